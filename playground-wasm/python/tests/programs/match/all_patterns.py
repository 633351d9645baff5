from dataclasses import dataclass
from enum import Enum
@dataclass
class Pt: x: int; y: int
class Co(Enum): R = 1
class Node:
    __match_args__ = ("l", "r")
    def __init__(self, l, r): self.l, self.r = l, r
def m(v):
    match v:
        case 0 | 1: return "01"
        case -1: return "neg"
        case 1.5: return "f"
        case "a" "b": return "ab"
        case None | True: return "nt"
        case Co.R: return "R"
        case [] | (): return "empty"
        case [x]: return f"one {x}"
        case [x, y] if x == y: return "same"
        case [1, *rest]: return f"1 rest {rest}"
        case (x, *_, y): return f"ends {x} {y}"
        case {"k": k, **rest}: return f"map {k} {rest}"
        case {"n": {"m": [a, b]}}: return f"deep {a} {b}"
        case {}: return "anymap"
        case Pt(0, y): return f"pt0 {y}"
        case Pt(x=x, y=0): return f"px {x}"
        case Pt() as p: return f"p {p}"
        case Node(Node(a, b), c): return f"nn {a}{b}{c}"
        case Node(l=l): return f"n {l}"
        case str(s) if len(s) > 3: return f"long {s}"
        case str() | bytes(): return "text"
        case int(n) | float(n): return f"num {n}"
        case set(): return "set"
        case _: return "other"
for v in [0, 1, True, -1, 1.5, "ab", None, Co.R, [], (), [3], [2, 2], [1, 2, 3], (4, 5, 6), {"k": 1, "z": 2}, {"n": {"m": [1, 2]}}, {"q": 1}, Pt(0, 5), Pt(3, 0), Pt(1, 1), Node(Node(1, 2), 3), Node(1, 2), "abcd", "x", b"q", 99, 2.5, {1}, object, range(2), iter([])]:
    print(repr(v)[:30] if not isinstance(v, Node) and "0x" not in repr(v) else "-", m(v))
def e(s):
    try: exec(s); print("ok")
    except Exception as x: print(type(x).__name__, x)
e("match 1:\n case x: pass\n case y: pass")
e("match 1:\n case [x, x]: pass")
e("match 1:\n case int(1, 2): pass")
e("match 1:\n case x | 2: pass")
e("match [1]:\n case [*a, *b]: pass")
e("match {}:\n case {**rest, 'a': 1}: pass")
e("match 1:\n case Pt(1, 2, 3): pass")
e("from dataclasses import dataclass\nclass Q: __match_args__ = 5\nmatch Q():\n case Q(1): pass")
