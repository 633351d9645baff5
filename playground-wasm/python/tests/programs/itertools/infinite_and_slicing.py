from itertools import accumulate, chain, compress, count, cycle, dropwhile, filterfalse, islice, pairwise, repeat, takewhile, tee

print(list(islice(count(5, 2), 4)), list(islice(cycle("ab"), 5)), list(repeat("x", 3)), list(islice("abcdef", 1, 5, 2)))
print(list(chain([1], "ab", ())), list(chain.from_iterable([[1, 2], [3]])), list(accumulate([1, 2, 3, 4])), list(accumulate([3, 1, 4], max)), list(accumulate([1, 2], initial=10)))
print(list(takewhile(lambda n: n < 3, [1, 2, 5, 1])), list(dropwhile(lambda n: n < 3, [1, 2, 5, 1])), list(filterfalse(None, [0, 1, ""])), list(compress("abcd", [1, 0, 1])))
a, b = tee([1, 2, 3])
next(b)
print(list(zip(a, b)), list(pairwise("abc")), next(count()), count(3), repeat(1, 2), type(chain()).__name__)
counter = count(1)
print([f"{n}:{c}" for n, c in zip(counter, "abc")], next(counter))
islice([1], -1)
