import traceback, sys
def a(): raise ValueError("a")
def b():
    try: a()
    except ValueError as e: raise KeyError("b") from e
def c():
    try: b()
    except KeyError: raise RuntimeError("c")
def d():
    try: c()
    except RuntimeError: raise OSError(2, "No such") from None
for f in (a, b, c, d):
    try: f()
    except Exception as e:
        print(type(e), e, repr(e), e.args, repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
        print(traceback.format_exc())
print(sys.exc_info())
def fin():
    try: return 1
    finally: print("fin")
def fin2():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
        finally: print("f", i)
    else: print("no")
    try: 1 / 0
    except ZeroDivisionError: return "r"
    else: return "e"
    finally: return "override"
print(fin(), fin2())
try:
    try: 1 / 0
    finally: [][1]
except IndexError as e: print(repr(e.__context__))
try: raise ValueError
except (KeyError, ValueError) as e: print(repr(e))
try: e
except NameError as x: print(x)
e = Exception("note"); e.add_note("n1"); print(e.__notes__)
for s in ["raise 5", "raise", "raise int", "raise ValueError from 5", "assert 0", "assert 0, 'm'", "raise KeyError('k')", "raise SystemExit", "raise StopIteration(4)", "raise UnicodeError", "raise OSError('x')", "raise FileNotFoundError(2,'no','f')", "raise AttributeError('x')", "import nope", "from math import nope", "import math.x", "nope", "int.nope", "'a'.uper()", "[].appendd(1)", "{}['k']", "[][0]", "1/0", "1//0", "1%0", "1.0/0", "0**-1", "2**'a'", "None+1", "None.x", "None()", "None[0]", "x: int", "len(5)", "5()", "'a'()", "(1)[0]", "del q", "for i in 5: pass", "a.b.c = 1", "int('x')", "float('y')", "[].x", "object.x", "type.x", "lambda: x", "[][1.5]", "()['a']", "range(3)[9]", "{}.x", "b''[0]", "'%d' % 'x'", "'abc'.index('z')", "iter(5)", "next(5)", "import numpy", "from collections import Foo", "from typing import Lst", "import collectons"]:
    try: exec(s)
    except BaseException as x: print(s, "->", type(x).__name__, x, getattr(x, "name", "-") , x.__class__.__mro__[1].__name__)
class E1(Exception): pass
class E2(E1):
    def __str__(self): raise ValueError("in str")
try: raise E2()
except E1 as e: print(repr(e))
def g():
    try: yield 1
    except GeneratorExit: print("ge"); raise
    finally: print("gf")
x = g(); next(x); del x
try:
    raise E1("x") from E1("y")
except E1 as e: print(e.__cause__, e.with_traceback(None) is e, e.__traceback__)
def rec(n): return rec(n + 1)
try: rec(0)
except RecursionError as e: print(e)
traceback.print_exc()
try: [1, 2][
 5]
except IndexError: traceback.print_exc(file=sys.stdout)
print("last")
raise E2("final")
