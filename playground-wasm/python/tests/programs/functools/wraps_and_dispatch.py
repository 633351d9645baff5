from functools import lru_cache, partial, singledispatchmethod, update_wrapper, wraps


def deco(f):
    @wraps(f)
    def inner(*a):
        "inner doc"
        return f(*a)

    return inner


@deco
def add(a: int, b: int = 1) -> int:
    "adds"
    return a + b


print(add.__name__, add.__doc__, add.__annotations__, add.__wrapped__(2), add(2), add.__module__, add.__qualname__)


class Formatter:
    @singledispatchmethod
    def show(self, value):
        return f"? {value}"

    @show.register
    def _(self, value: int):
        return f"int {value}"

    @show.register
    def _(self, value: list):
        return [self.show(v) for v in value]


print(Formatter().show([1, "x", [2]]), Formatter().show(None))


@lru_cache(maxsize=2)
def square(n):
    print("computing", n)
    return n * n


square(1), square(2), square(1), square(3), square(2)
print(square.cache_info(), square.cache_parameters())
p = partial(add, b=10)
print(p(5), p.keywords, p.func.__name__, repr(partial(int, "11", base=2)), partial(p, 1)(), partial(max, 5)(3, 9))
square([])
