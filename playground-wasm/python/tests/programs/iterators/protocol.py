class Countdown:
    def __init__(self, start):
        self.n = start

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


class Sequence:
    def __getitem__(self, index):
        if index >= 3:
            raise IndexError
        return index * 10


print(list(Countdown(3)), sum(Countdown(4)), 2 in Countdown(3), max(Countdown(5)))
print(list(Sequence()), [*Sequence()], 20 in Sequence(), 5 in Sequence())
it = iter([1, 2])
print(next(it), next(it), next(it, "end"), iter(it) is it)
values = iter("abcabc")
print(list(iter(lambda: next(values), "c")), list(values))
a = iter(range(6))
print(list(zip(a, a)), list(zip([1, 2, 3], "ab")), list(enumerate("ab", 5)))
print(list(map(lambda x, y: x + y, [1, 2], [10, 20, 30])), list(filter(lambda x: x % 2, range(6))), list(reversed([1, 2])))
print(type(iter([])).__name__, type(iter({})).__name__, type(zip()).__name__, type(iter("")).__name__, type(iter(range(0))).__name__)
try:
    list(zip([1], [1, 2], strict=True))
except ValueError as error:
    print(error)
for bad in ("iter(5)", "next([])", "list(5)", "for_ = [x for x in 3]", "next(iter([]))", "sum(['a'])", "max([])", "dict(zip(1))", "enumerate(3)"):
    try:
        exec(bad)
    except (TypeError, ValueError, StopIteration) as error:
        print(bad, "->", type(error).__name__, error)
for x in Countdown:
    pass
