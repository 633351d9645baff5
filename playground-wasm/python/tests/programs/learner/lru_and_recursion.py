from functools import cache, lru_cache


@lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(100), fib.cache_info())


def depth(node):
    return 1 + max((depth(child) for child in node), default=0)


print(depth([[], [[], [[]]]]))


def flatten(x):
    return [y for item in x for y in flatten(item)] if isinstance(x, list) else [x]


print(flatten([1, [2, [3, [4]]], []]))


def endless(n):
    return endless(n + 1) + 1


endless(0)
