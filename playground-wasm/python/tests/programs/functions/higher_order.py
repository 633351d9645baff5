def apply(f, *args):
    return f(*args)


def compose(*fs):
    def run(x):
        for f in reversed(fs):
            x = f(x)
        return x

    return run


def curry(f, n):
    def step(*got):
        return f(*got) if len(got) >= n else lambda *more: step(*got, *more)

    return step


inc = lambda x: x + 1
print(apply(max, 1, 5, 3), compose(inc, inc, abs)(-5), curry(lambda a, b, c: a + b + c, 3)(1)(2)(3))
pipeline = [str.strip, str.title, lambda s: s + "!"]
text = "  hello world "
for stage in pipeline:
    text = stage(text)
print(text, [f.__name__ for f in pipeline])
table = {"+": lambda a, b: a + b, "max": max, "pow": pow}
print({name: f(2, 5) for name, f in table.items()})
