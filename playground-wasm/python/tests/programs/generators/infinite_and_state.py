def ids(prefix):
    n = 0
    while True:
        n += 1
        reset = yield f"{prefix}{n}"
        if reset is not None:
            n = reset


def interleave(*gens):
    gens = list(gens)
    while gens:
        for g in gens[:]:
            try:
                yield next(g)
            except StopIteration:
                gens.remove(g)


a = ids("a")
print(next(a), next(a), a.send(10), next(a), list(zip(ids("b"), range(3))))
print(list(interleave(iter("abc"), iter([1]), (x for x in "zy"))))


def window(items, n):
    buffer = []
    for item in items:
        buffer.append(item)
        if len(buffer) == n:
            yield tuple(buffer)
            del buffer[0]


print(list(window(range(5), 3)), [sum(w) for w in window([1, 2, 3, 4], 2)], list(window([], 2)))
print(ids("x").__name__)
a.close()
next(a)
