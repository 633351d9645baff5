x = 10
print(eval("x * 2"), eval("[i for i in range(3)]"), eval("x", {"x": 5}), eval("len(y)", {}, {"y": "abc"}))
exec("y = x + 1\nprint('in exec', y)")
print(y)
space = {}
exec("def f(n):\n    return n * factor\nfactor = 3", space)
print(space["f"](4), sorted(k for k in space if k != "__builtins__"))
code = compile("a + b", "<formula>", "eval")
print(eval(code, {"a": 1, "b": 2}))


def local():
    z = 5
    exec("z = 6")
    return z, eval("z + 1"), sorted(locals())


print(local())
try:
    exec("def broken(:\n    pass")
except SyntaxError as error:
    print(error.msg, error.lineno)
try:
    eval("x = 5")
except SyntaxError as error:
    print(error.msg)
exec("raise ValueError('from exec')")
