def memo(f):
    cache = {}

    def wrapped(*args):
        if args not in cache:
            cache[args] = f(*args)
        return cache[args]

    wrapped.cache = cache
    wrapped.clear = cache.clear
    return wrapped


@memo
def ways(steps):
    return 1 if steps <= 1 else ways(steps - 1) + ways(steps - 2)


print(ways(50), len(ways.cache), ways.cache[(3,)])
ways.clear()
print(ways.cache)


def counter():
    counter.calls += 1
    return counter.calls


counter.calls = 0
counter(), counter()
print(counter.calls, counter.__dict__)
counter.missing
