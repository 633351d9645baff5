def stats(values):
    if not values:
        return
    ordered = sorted(values)
    return ordered[0], ordered[-1], sum(values) / len(values)


low, high, mean = stats([3, 1, 2])
print(low, high, mean, stats([]), type(stats([1])).__name__)


def early(n):
    for i in range(n):
        if i * i > n:
            return i
    else:
        return "none"


print(early(10), early(1), early(0))


def nested():
    def a():
        return lambda: (yield_, [1])

    yield_ = "y"
    return a


print(nested()()(), (lambda *a, **k: (a, k))(1, b=2), [f(3) for f in [lambda x: x, lambda x: -x]])
a, b = stats([])
