def m(v):
    match v:
        case 0 | 1: return 'small'
        case -1: return 'neg'
        case [1, *rest]: return 'list', rest
        case [a, b] if a == b: return 'same', a
        case [a, [b, *_]]: return 'nest', a, b
        case (x,): return 'one', x
        case {'k': [p, q], **rest}: return p, q, rest
        case {'z': None}: return 'znone'
        case {}: return 'dict'
        case str() as s: return 'str', s
        case int(n) | float(n): return 'num', n
        case complex_ if complex_ is True: return 'true'
        case None: return 'None'
        case _: return 'other'
for v in [0, 1, -1, [1, 2, 3], [2, 2], [2, [3, 4]], (9,), {'k': [1, 2], 'm': 3}, {'z': None}, {'q': 1}, 'hi', 42, 2.5, None, object]: print(m(v), end=' ')
print()
class Pt:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y): self.x, self.y = x, y
match Pt(1, 2):
    case Pt(0, _): print('no')
    case Pt(x=1, y=yy) as whole: print('yes', yy, whole.x)
