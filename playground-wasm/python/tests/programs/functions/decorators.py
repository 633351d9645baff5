import functools


def trace(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        result = func(*args, **kwargs)
        shown = [repr(a) for a in args] + [f"{k}={v!r}" for k, v in kwargs.items()]
        print(f"{func.__name__}({', '.join(shown)}) -> {result!r}")
        return result

    return wrapper


def repeat(times):
    def decorate(func):
        def wrapper(*args):
            return [func(*args) for _ in range(times)]

        return wrapper

    return decorate


@trace
def add(a, b=1):
    "Add things."
    return a + b


@repeat(2)
@trace
def hello(name):
    return f"hello {name}"


class Count:
    def __init__(self, func):
        self.func, self.calls = func, 0

    def __call__(self, *args):
        self.calls += 1
        return self.func(*args)


@Count
def square(x):
    return x * x


add(1, b=2)
print(hello("ann"))
print(add.__name__, add.__doc__, add.__wrapped__(5))
print(square(3), square(4), square.calls)
