class Meta(type):
    def __new__(m, name, bases, ns, **kw):
        print("new", name, [b.__name__ for b in bases], sorted(k for k in ns if not k.startswith('__')), kw)
        return super().__new__(m, name, bases, ns)
    def __init__(c, name, bases, ns, **kw):
        print("init", name, kw)
        super().__init__(name, bases, ns)
    @classmethod
    def __prepare__(m, name, bases, **kw):
        print("prepare", name, kw)
        return {"prepared": 1}
    def __call__(c, *a, **k):
        print("call", c.__name__, a, k)
        return super().__call__(*a, **k)
    def __instancecheck__(c, o): return o == 5
    def __subclasscheck__(c, o): return o is int
    def __getattr__(c, n): return f"meta {n}"
    def __iter__(c): return iter([1, 2])
    def __len__(c): return 9
    def __getitem__(c, k): return ("item", k)
    def __contains__(c, k): return k == 1
    def __repr__(c): return f"<{c.__name__}>"
    def __or__(c, o): return "or"
    def __lt__(c, o): return "lt"
    def __dir__(c): return ["z"]
    def __setattr__(c, n, v): print("set", n); super().__setattr__(n, v)
    def __delattr__(c, n): print("del", n); super().__delattr__(n)
    def __bool__(c): return False
    @property
    def prop(c): return "metaprop"
class A(metaclass=Meta, flag=True):
    x = 1
    def __init__(self, *a): self.a = a
class B(A, other=2): pass
print(A(1, 2).a, isinstance(5, A), isinstance(6, A), issubclass(int, A), issubclass(str, A))
print(A.whatever, list(A), len(A), A[3], 1 in A, 2 in A, A, A | 1, A < B, dir(A), A.prop, bool(A))
A.y = 3
del A.y
print(type(A), type(B).__mro__, A.prepared)
class Desc:
    def __set_name__(self, owner, name): print("set_name", owner, name); self.name = name
    def __get__(self, i, o): print("get", i is None, o.__name__); return self if i is None else i.__dict__.get(self.name)
    def __set__(self, i, v): print("set", v); i.__dict__[self.name] = v
    def __delete__(self, i): print("delete"); del i.__dict__[self.name]
class C:
    d = Desc()
c = C()
print(c.d); c.d = 5; print(c.d, c.__dict__); del c.d; print(c.d, C.d.name)
class NonData:
    def __get__(self, i, o=None): return "nondata"
class D:
    n = NonData()
d = D()
print(d.n); d.n = 1; print(d.n, d.__dict__)
class Base:
    registry = []
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.registry.append((cls.__name__, tag))
class S1(Base, tag="one"): pass
class S2(S1): pass
print(Base.registry)
try:
    class S3(Base, nope=1): pass
except TypeError as e: print(e)
class G:
    def __class_getitem__(cls, k): return (cls.__name__, k)
print(G[1], G[int, str])
class Attr:
    def __getattribute__(self, n):
        if n == "secret": raise AttributeError("no secret")
        return super().__getattribute__(n)
    def __getattr__(self, n): return f"dyn {n}"
    def __setattr__(self, n, v): object.__setattr__(self, n, v * 2)
    def __delattr__(self, n): print("deleting", n); object.__delattr__(self, n)
a = Attr()
a.k = 4
print(a.k, a.secret, a.zzz); del a.k; print(a.k)
X = type("X", (C,), {"m": lambda self: 7, "__doc__": "doc"})
print(X, X().m(), X.__doc__, X.__mro__, X.__bases__, X.__name__, X.__qualname__, X.__module__)
class P:
    @property
    def p(self):
        "the doc"
        return self._p
    @p.setter
    def p(self, v): self._p = v
    @p.deleter
    def p(self): del self._p
    @staticmethod
    def s(a): return a
    @classmethod
    def c(cls): return cls.__name__
p = P()
p.p = 3
print(p.p, P.p.__doc__, P.p.fget.__name__, P.s(1), p.s(2), P.c(), p.c())
del p.p
try: p.p
except AttributeError as e: print(e)
class RO:
    @property
    def r(self): return 1
for f in ("RO().r = 1", "del RO().r", "RO.zz", "RO().zz", "(1).foo = 2", "int.foo = 3", "object().x = 1", "print.x", "None.x", "RO.r.setter(1)", "len.__foo__"):
    try: exec(f); print("ok", f)
    except Exception as e: print(f, type(e).__name__, e)
class Cont:
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __missing__(self, k): return "missing"
    def __len__(self): return len(self.d)
    def __iter__(self): return iter(self.d)
    def __contains__(self, k): return k in self.d
k = Cont(); k[1] = 2; k[1:2] = 3; k[..., 1] = 4
print(k[1], k[1:2] if False else 0, len(k), bool(k), 1 in k, [*k][0])
class DM(dict):
    def __missing__(self, k): return k * 2
print(DM()[4], DM().get(4), "%(x)s" % DM(), "{x}".format_map(DM()))
class CM:
    def __enter__(self): print("enter"); return 1
    def __exit__(self, *a): print("exit", a[0], a[1]); return a[0] is ValueError
with CM() as x, CM() as y: raise ValueError(3)
with (CM() as x, CM()): pass
try:
    with CM(): raise KeyError(1)
except KeyError as e: print("out", e)
try:
    with 5: pass
except (TypeError, AttributeError) as e: print(type(e).__name__, e)
print(super(S2, S2).__init_subclass__, B.__subclasses__(), A.mro() == list(A.__mro__))
