from itertools import chain, count, cycle, groupby, islice, repeat, starmap, takewhile, tee, zip_longest


def take(n, items):
    return list(islice(items, n))


def chunks(items, n):
    it = iter(items)
    while chunk := list(islice(it, n)):
        yield chunk


def pairwise(items):
    a, b = tee(items)
    next(b, None)
    return zip(a, b)


def roundrobin(*iterables):
    nexts = cycle([iter(it).__next__ for it in iterables])
    left = len(iterables)
    while left:
        try:
            for f in nexts:
                yield f()
        except StopIteration:
            left -= 1
            nexts = cycle(islice(nexts, left))


def unique(items):
    seen = set()
    for item in items:
        if item not in seen:
            seen.add(item)
            yield item


print(take(3, count(10)), list(chunks("abcdefg", 3)), list(pairwise([1, 4, 9])), "".join(roundrobin("ABC", "D", "EF")), list(unique("abracadabra")))
print([(k, len(list(g))) for k, g in groupby("AAABBC")], list(takewhile(lambda n: n < 40, (n * n for n in count(1)))), list(zip_longest("ab", [1], fillvalue=0)))
print(list(chain.from_iterable(repeat(x, n) for n, x in enumerate("abc"))), list(starmap(max, [(1, 2), (5, 3)])), sum(1 for _ in islice(cycle([1]), 7)))
next(islice([], 1))
