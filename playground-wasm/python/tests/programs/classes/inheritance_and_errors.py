class B:
    __slots__ = ["q"]
    q2 = 1
b = B()
for s in ("b.q", "b.q2 = 2", "b.zz = 1", "b.__dict__", "del b.q", "B.q.__get__(b)", "B.q.__name__"):
    try: print(s, eval(s) if "=" not in s and "del" not in s else exec(s))
    except Exception as e: print(s, type(e).__name__, e)
b.q = 5; print(b.q); 
class C(B): pass
c = C(); c.q = 1; c.w = 2; 
try:
    class D:
        __slots__ = ("a",)
        a = 1
except ValueError as e: print(e)
try:
    class F(int, str): pass
except TypeError as e: print(e)
try:
    class O(object, B): pass
except TypeError as e: print(e)
try:
    class Bo(bool): pass
except TypeError as e: print(e)
try:
    class N(type(None)): pass
except TypeError as e: print(e)
class M1(type): pass
class M2(type): pass
class X1(metaclass=M1): pass
class X2(metaclass=M2): pass
try:
    class X3(X1, X2): pass
except TypeError as e: print(e)
class P:
    def f(self): return "P"
class Q(P):
    def f(self): return "Q" + super().f()
class R(P):
    def f(self): return "R" + super().f()
class S(Q, R):
    def f(self): return "S" + super().f()
print(S().f(), [c.__name__ for c in S.__mro__], super(Q, S()).f(), super(S, S).f(S()))
class T:
    def __init__(self, *, a, b=2, **k): pass
for call in ("T()", "T(1)", "T(a=1, c=3)", "P(1)", "P(x=1)", "S.f()", "object(1)", "P.f(1, 2)", "S().f(1)", "S().g", "S.g", "T.__init__(1)"):
    try: print(call, "ok", eval(call) is not None)
    except Exception as e: print(call, type(e).__name__, e)
class Weird:
    x = 1
    y = [x for _ in range(2)] if False else 0
    def m(self): return __class__
    z = (lambda: 5)()
print(Weird().m(), Weird.z, Weird.__dict__.keys() >= {"x", "y"})
def deco(c): c.tag = 1; return c
@deco
class Dc: pass
print(Dc.tag)
class Outer:
    class Inner:
        def f(self): pass
print(Outer.Inner, Outer.Inner.f, Outer.Inner.f.__qualname__, Outer().Inner().f.__func__.__name__)
i = Outer.Inner()
print(type(i.f), i.f == i.f, i.f is i.f, i.f.__self__ is i)
print(vars(Dc).keys() & {"tag"}, hasattr(Dc, "tag"), getattr(Dc, "no", 1), callable(Dc), isinstance(Dc(), (int, (str, Dc))))
class Comp:
    def __init__(self, n): self.n = n
    def __lt__(self, o): return self.n < o.n
    def __repr__(self): return f"C{self.n}"
print(sorted([Comp(3), Comp(1)]), max(Comp(1), Comp(2)), min([Comp(4), Comp(2)]))
try: Comp(1) <= Comp(2)
except TypeError as e: print(e)
print(Comp(1) > Comp(0), Comp(1) == Comp(1), Comp(1) != Comp(1))
class Eq:
    def __eq__(self, o): return True
try: hash(Eq())
except TypeError as e: print(e)
print(Eq.__hash__, {}.__class__.__hash__)
class Abstract:
    def __init__(self): raise NotImplementedError
try: Abstract()
except NotImplementedError as e: print(repr(e))
from abc import ABC, abstractmethod
class Ab(ABC):
    @abstractmethod
    def a(self): ...
    @property
    @abstractmethod
    def b(self): ...
for c in (Ab, type("K", (Ab,), {"a": 1})):
    try: c()
    except TypeError as e: print(e)
@Ab.register
class Reg: pass
print(isinstance(Reg(), Ab), issubclass(Reg, Ab), Ab.__abstractmethods__ == {"a", "b"})
print(int.__add__(1, 2), (1).__add__("a"), "a".__contains__("a"), [].__len__(), object.__eq__(1, 1), object().__eq__(1), type.__call__(int, "3"), int.__new__(int, 3))
class I(int):
    def __new__(cls, v, extra=None): s = super().__new__(cls, v); s.extra = extra; return s
    def __add__(self, o): return I(int(self) + o)
n = I(5, "e"); print(n, n + 1, type(n + 1), n * 2, type(n * 2), n.extra, repr(n), f"{n:03}", hash(n) == hash(5), {5: 1}[n])
class St(str):
    def shout(self): return self.upper() + "!"
s = St("hey"); print(s.shout(), s + "x", type(s + "x"), s == "hey", s[0], type(s[:]), f"{s:>5}|", St() == "", repr(s))
class L(list):
    def append(self, x): super().append(x * 2)
l = L([1]); l.append(2); l += [5]; print(l, l[0:1], type(l[0:1]), type(l + [1]), type(l * 2), L(l) == l, len(l), L.__mro__)
class T2(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
print(T2(1, 2), type(T2(1)), T2(1, 2) == (1, 2), hash(T2(1)) == hash((1,)), T2(3)[0])
class F2(float): pass
print(F2(1.5), repr(F2(2)), F2(1) + 1, type(F2(1) + 1), F2("nan") != F2("nan"))
class Dd(dict):
    def __setitem__(self, k, v): print("set", k); super().__setitem__(k, v)
d = Dd(a=1); d["b"] = 2; d.update(c=3); d.setdefault("d", 4); print(d, dict(d), {**d})
class Ss(set): pass
print(Ss([1]) | {2}, type(Ss([1]) | {2}), type({2} | Ss([1])), Ss([1]) == {1}, type(Ss([1]).copy()), frozenset([1]) | {1})
class Ex(Exception):
    def __init__(self, a, b): super().__init__(a); self.b = b
    def __str__(self): return f"{self.args[0]}-{self.b}"
e = Ex(1, 2); print(e, repr(e), e.args)
class Ctx:
    def __del__(self): print("del")
x = Ctx(); x = None; print("after")
