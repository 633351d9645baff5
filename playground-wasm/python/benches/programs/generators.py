def numbers(n):
    for i in range(n):
        yield i


def evens(source):
    for n in source:
        if n % 2 == 0:
            yield n


def chained(n):
    yield from evens(numbers(n))


print(sum(n * n for n in chained(150_000)))
