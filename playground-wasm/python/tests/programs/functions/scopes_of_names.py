x = 'global'
def f():
    x = 'f'
    class C:
        y = x
        x = 'class'
        def m(self): return x
        z = [x for _ in range(1)]
        w = (lambda: x)()
    return C.y if hasattr(C,'y') else None, C().m(), C.z, C.w
try: print(f())
except NameError as e: print('NameError', e)
def g():
    global x
    x = 'changed'
    class D:
        x = 'd'
        def m(self): return x
    return D().m()
print(g(), x)
def h():
    def inner():
        nonlocal v
        v += 1
        return v
    v = 10
    return inner(), inner(), v
print(h())
def comp():
    return [(y := i, z) for i in range(3) for z in [y]] if False else [last := i for i in range(3)], last
print(comp())
print([[j for j in range(i)] for i in range(4)], {i: {j for j in range(i)} for i in range(3)})
class P:
    __secret = 1
    def get(self): return self.__secret, P.__secret
    def kw(self, __a=2): return __a
    class __In: pass
print(P().get(), P().kw(), [n for n in dir(P) if 'secret' in n or 'In' in n], P.kw.__code__.co_varnames if hasattr(P.kw.__code__, 'co_varnames') else '')
