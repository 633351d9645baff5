def t(s):
    try: print(s, "->", eval(s))
    except Exception as e: print(s, "->", type(e).__name__, e)
def f(a, b=2, /, c=3, *args, d, e=5, **kw): return a, b, c, args, d, e, kw
def g(a, b): return a, b
def h(*, k): return k
def p(a, /): return a
def k(**kw): return kw
def dflt(a, b, c=1): pass
def two(*, a, b): pass
class K:
    def m(self, x): return x
for s in ["f(1, d=4)","f(1,2,3,4,5,d=6,z=7)","f()","f(1)","f(1,d=1,a=5)","f(d=1)","g()","g(1)","g(1,2,3)","g(1,a=1)","g(a=1,b=2)","g(1,c=2)","h()","h(1)","h(k=1,j=2)","p(a=1)","p()","k(1)","k(a=1,**{'a':2})","k(**{1:2})","k(**5)","g(*5)","g(*[1],*[2])","g(*'ab')","g(**{'a':1,'b':2})","dflt()","dflt(1)","dflt(1,2,3,4)","dflt(c=1)","two()","two(a=1)","K().m()","K().m(1,2)","K.m(1)","K().m(y=1)","(lambda: 0)(1)","(lambda x, y: 0)()","(lambda *a, **k: (a, k))(1, x=2)","print(sep=1)","print(1,2,sep='-',end='!\\n')","len()","len(1,2)","len(x=1)","int('x', base=40)","sorted()","sorted([1], key=1)","sorted([3,1], reverse=True)","max()","max([])","max([], default=3)","max(1,'a')","min(3,1,2,key=lambda x:-x)","sum(['a'])","sum([[1],[2]],[])","zip([1],[1,2],strict=True)","list(zip([1],[1,2],strict=True))","list(zip([1,2],[1],strict=True))","enumerate()","list(enumerate('ab',start=1))","map()","list(map(lambda a,b:a+b,[1,2],[3,4]))","filter(1)","list(filter(None,[0,1,'',2]))","isinstance(1)","isinstance(1,1)","issubclass(1,int)","isinstance(1,'int')","isinstance(1, int|str)","isinstance(1, list[int])","getattr(1)","getattr(1,'x')","getattr(1,2)","setattr(1,'x',1)","hasattr(1,1)","iter(1)","iter(1,2)","next(1)","next(iter([]))","next(iter([]),5)","abs('a')","round('a')","round(2.567,2)","round(1234,-2)","round(2.5)","round(-0.5)","divmod(7,-2)","divmod(1,0)","pow(2,-1)","pow(2,-1,5)","pow(2,3,0)","ord('ab')","ord(1)","chr(-1)","chr(1114112)","chr('a')","hex(1.0)","bin(-5)","any(1)","all([])","callable(1)","id(1)==id(1)","hash([])","hash({})","hash((1,[]))","repr()","ascii('é\\n')","format(1,2)","format(1.5,'x')","format('a','d')","vars(1)","dir(K)[-1]","type(1,2)","type('X',1,{})","range('a')","slice()","reversed(1)","list(reversed({1:2,3:4}))","compile('1+1','<s>','eval')","eval('1+')","exec('x=')","globals()['f'] is f","locals() is globals()","__import__('math').pi","object()==object()","super()","staticmethod(1)","property()","int()","int('0x1f',16)","int('0b1',0)","int(' 12 ')","int('1_000')","int('1__0')","int(1.9)","int('é')","int(None)","int([])","float('1e5')","float(' inf ')","float('x')","float([])","str(b'a')","str(b'a','utf8')","bool([])","list(5)","tuple('ab')","dict([1])","dict([(1,2,3)])","dict(5)","dict(a=1)|{'b':2}","set(5)","frozenset('aab')==set('ab')","bytes(3)","bytes([1,2])","bytes('a')","bytes(-1)","print.__name__","f.__defaults__","f.__kwdefaults__","f.__code__.co_varnames","f.__code__.co_argcount","f.__annotations__","f.__name__","f.__module__","g.__doc__","f.__code__.co_name", "g.__globals__ is globals()", "g.__closure__","g.__dict__", "K.m.__qualname__", "K().m.__name__"]:
    t(s)
import functools
@functools.wraps(g)
def w(*a): "w"; return g(*a)
print(w.__name__, w.__wrapped__ is g, w(1, 2))
def outer():
    x = 1
    def inner():
        nonlocal x
        x += 1
        return x
    return inner
i = outer(); i(); print(i(), i.__closure__[0].cell_contents, i.__code__.co_freevars, i)
fs = [lambda: n for n in range(3)]; print([q() for q in fs])
fs = [lambda n=n: n for n in range(3)]; print([q() for q in fs])
def mut(a, l=[]): l.append(a); return l
mut(1); print(mut(2), mut.__defaults__)
def gen():
    x = yield 1
    print("got", x)
    try: y = yield 2
    except ValueError as e: print("caught", e); y = 9
    return y
g2 = gen(); print(next(g2), g2.send("s"))
try: g2.throw(ValueError("boom"))
except StopIteration as e: print("ret", e.value)
def sub(): r = yield from [1, 2]; return (yield from gen2())
def gen2(): yield 3; return "done"
def top(): r = yield from sub(); print("r", r)
print(list(top()))
g3 = gen()
try: g3.send(1)
except TypeError as e: print(e)
g3.close(); print(list(g3))
def bad(): raise StopIteration
def gbad(): yield bad()
try: list(gbad())
except RuntimeError as e: print(e, repr(e.__cause__))
def ann(a: int, *b: "str", c: list[int] = [], **d: dict) -> None: pass
print(ann.__annotations__)
x = 5
def shadow():
    try: print(x)
    except UnboundLocalError as e: print(e)
    x = 1
shadow()
def dd():
    del zz
try: dd()
except NameError as e: print(e)
def fg():
    y = 1
    del y
    print(y)
try: fg()
except UnboundLocalError as e: print(e)
print([y := 10, y**2], y, (lambda: (yield))().__class__.__name__)
print(*[1, 2], *"ab", sep=",")
a, *b, c = range(5); print(a, b, c); (d, e), *f2 = [(1, 2), 3]; print(d, e, f2)
for s in ["a, b = 1", "a, b = 1, 2, 3", "a, b = [1]", "a, *b, c = [1]", "(a, b), c = 1, 2", "for a, b in [1]: pass", "a, b = {1: 2}"]:
    try: exec(s)
    except Exception as e: print(s, type(e).__name__, e)
