a, (b, *c), d = 1, (2, 3, 4), 5
print(a, b, c, d)
*a, b = [1]; print(a, b)
[a, b] = b, a; print(a, b)
a = b = c = []; print(a is b is c)
d = {}; d['x'], d['y'] = 1, 2; print(d)
i = 0; l = [0, 0]; i, l[i] = 1, 9; print(i, l)
def s(v): print('s', v, end=' '); return v
print(s(1) < s(3) < s(2) < s(9)); print(s(1) < s(2) <= s(2) != s(3))
print(not s(0) or s(5) and s(6), s(1) if s(0) else s(2))
w = 5
print((w := w + 1) + w, w + (w := 2), [w, (w := 7), w])
def loc():
    w = 5
    return (w := w + 1) + w, w + (w := 2), [w, (w := 7), w], f'{w}{(w := 8)}{w}'
print(loc())
def aug():
    x = [1]; y = x
    x += [2]; x *= 2
    z = {'a': 1}; z['a'] += 5; z['a'] **= 2
    class A: v = 3
    A.v -= 1; A.v <<= 3
    return x, y is x, z, A.v
print(aug())
def args(a, b=2, /, c=3, *d, e, f=6, **g): return a, b, c, d, e, f, g
print(args(1, e=5), args(1, 2, 3, 4, 5, e=1, z=9), args(*[1, 2], **{'e': 3}), args(*(1,), *[2, 3], 4, e=1, **{'x': 1}, **{'y': 2}))
print((lambda *a, **k: (a, k))(1, *[2], x=3, **{'y': 4}))
def deco(n):
    print('deco', n)
    def d(f): print('apply', n); return f
    return d
@deco(1)
@deco(2)
def decorated(x=print('default')): pass
@deco('c')
class Dc(metaclass=type, **{}): pass
