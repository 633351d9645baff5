for error in (ValueError(), ValueError("a"), ValueError("a", 2), KeyError("k"), KeyError(), OSError(2, "No such file"), OSError("x"), StopIteration(5), SystemExit(3), IndexError(None), UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad")):
    print(type(error).__name__, str(error), repr(error), error.args, sep=" | ")
print(OSError(2, "No such file", "name.txt"), OSError(2, "x").errno, StopIteration(5).value, SystemExit("bye").code, AttributeError("x", name="n", obj=3).name, NameError("x", name="y").name, ImportError("m", name="mod", path="p").path)
e = ValueError("first")
e.args = ("changed", 1)
print(e, e == e, ValueError("a") == ValueError("a"))
e.extra = 5
print(vars(e), e.with_traceback(None) is e)
