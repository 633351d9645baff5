import functools
from functools import cached_property, lru_cache, partial, partialmethod, reduce, singledispatch, wraps

print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(max, [3, 9, 2], 0), reduce(lambda a, b: a + b, [], "empty"))
double = partial(pow, 2)
print(double(5), partial(int, base=2)("101"), double.func is pow, double.args, partial(print, sep="-", end="!\n")(1, 2))


@lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(60), fib.cache_info())
fib.cache_clear()
print(fib.cache_info().currsize, fib.__wrapped__(1))


class Data:
    @cached_property
    def total(self):
        print("computing")
        return 42

    def power(self, base, exponent):
        return base**exponent

    square = partialmethod(power, exponent=2)


data = Data()
print(data.total, data.total, data.__dict__, data.square(5))


@singledispatch
def show(value):
    return f"something {value!r}"


@show.register
def _(value: int):
    return f"int {value}"


@show.register(list)
def _(value):
    return f"list of {len(value)}"


print(show(1), show([1, 2]), show("x"), show(True))


@functools.cache
def once(x):
    print("called", x)
    return x


once(1), once(1), once(2)
reduce(max, [])
