double = lambda x: x * 2
nothing = lambda: None
many = lambda a, b=2, *args, c=3, **kw: (a, b, args, c, kw)
print(double(4), nothing(), many(1), many(1, 5, 6, c=7, d=8))
print(sorted([(1, "b"), (0, "c")], key=lambda pair: pair[1]), (lambda: (yield))().__class__.__name__)
compose = lambda f, g: lambda x: f(g(x))
print(compose(double, lambda x: x + 1)(3), [f(2) for f in (double, str, lambda n: n - 1)])
print(double.__name__, (lambda x: x).__qualname__, list(map(lambda a, b: a * b, [1, 2], [3, 4])))
(lambda x: x / 0)(1)
