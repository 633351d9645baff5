def counter(start=0):
    count = start

    def increment(step=1):
        nonlocal count
        count += step
        return count

    def peek():
        return count

    return increment, peek


inc, peek = counter(10)
inc()
inc(5)
print(peek())
other, _ = counter()
print(other(), peek())

adders = [lambda x: x + n for n in range(3)]
print([add(10) for add in adders])
adders = [lambda x, n=n: x + n for n in range(3)]
print([add(10) for add in adders])


def make():
    def use():
        return later

    later = "defined after"
    return use


print(make()())
print(inc.__closure__[0].cell_contents, inc.__code__.co_freevars)


def unbound():
    def use():
        return never

    if False:
        never = 1
    return use()


unbound()
