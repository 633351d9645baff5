def factorial(n):
    return 1 if n < 2 else n * factorial(n - 1)


def fib(n, memo={}):
    if n not in memo:
        memo[n] = n if n < 2 else fib(n - 1) + fib(n - 2)
    return memo[n]


def flatten(thing):
    if isinstance(thing, (list, tuple)):
        return [leaf for part in thing for leaf in flatten(part)]
    return [thing]


def hanoi(n, a="A", b="B", c="C"):
    return [] if n == 0 else hanoi(n - 1, a, c, b) + [a + c] + hanoi(n - 1, b, a, c)


print(factorial(30))
print(fib(90))
print(flatten([1, [2, (3, [4, []])], 5]))
print(" ".join(hanoi(3)))


def is_even(n):
    return n == 0 or is_odd(n - 1)


def is_odd(n):
    return n != 0 and is_even(n - 1)


print(is_even(100), is_odd(7))
