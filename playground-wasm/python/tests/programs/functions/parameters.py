def f(a, b=2, /, c=3, *args, d, e=5, **kwargs):
    return a, b, c, args, d, e, kwargs


print(f(1, d=4))
print(f(1, 20, 30, 40, 50, d=4, e=6, z=7))
print(f(1, d=4, a=9, b=8))
print(f(*[1, 2], *(3, 4), **{"d": 5}, **{"x": 6}))
for call in (
    "f()", "f(1)", "f(1, 2, c=3)", "f(1, 2, 3, c=4, d=1)", "f(1, d=2, **{'d': 3})", "f(d=1)",
):
    try:
        eval(call)
    except TypeError as error:
        print(call, "->", error)
