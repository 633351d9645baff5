from contextlib import *
from functools import *
import sys
@contextmanager
def cm(x):
    print("in", x)
    try: yield x * 2
    except ValueError as e: print("swallow", e)
    finally: print("out", x)
with cm(1) as v: print(v)
with cm(2): raise ValueError("q")
try:
    with cm(3): raise KeyError("k")
except KeyError as e: print("k", e)
with ExitStack() as s:
    a = s.enter_context(cm(5)); s.callback(print, "cb", 1); s.push(lambda *e: print("push", e)); print(a)
with suppress(ZeroDivisionError, KeyError): 1 / 0
class C:
    def close(self): print("closed")
with closing(C()) as c: pass
@cm(9)
def deco(): print("decorated")
deco()
@contextmanager
def noyield():
    if 0: yield
try:
    with noyield(): pass
except RuntimeError as e: print(e)
@contextmanager
def two():
    yield; yield
try:
    with two(): pass
except RuntimeError as e: print(e)
import io
b = io.StringIO()
with redirect_stdout(b): print("captured")
print(repr(b.getvalue()))
class Cd(ContextDecorator):
    def __enter__(self): print("e"); return self
    def __exit__(self, *a): print("x")
@Cd()
def f(): print("f")
f()
class AC(AbstractContextManager):
    def __exit__(self, *a): return True
with AC() as q: raise ValueError
@lru_cache(maxsize=2)
def fib(n): return n if n < 2 else fib(n-1) + fib(n-2)
print(fib(20), fib.cache_info()); fib.cache_clear(); print(fib.cache_info(), fib.__wrapped__)
@singledispatch
def sd(x): return "obj"
@sd.register
def _(x: int): return "int"
@sd.register(list)
def _(x): return "list"
print(sd(1), sd([]), sd("a"), sd(True), sd.dispatch(int))
class K:
    @cached_property
    def p(self): print("calc"); return 4
    @singledispatchmethod
    def m(self, x): return "d"
    @m.register
    def _(self, x: str): return "s"
    @partialmethod
    def zz(self): pass
k = K(); print(k.p, k.p, k.__dict__, k.m("a"), k.m(1))
@total_ordering
class TO:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v
print(TO(1) >= TO(0), TO(1) <= TO(0), TO(1) > TO(0))
class PM:
    def f(self, a, b): return a, b
    g = partialmethod(f, 1)
print(PM().g(2))
print(reduce(lambda a, b: a * b, range(1, 6)), partial(print, "a", sep="-")("b"))
