class Span:
    def __init__(self, start, stop, step=1):
        self.start, self.stop, self.step = start, stop, step

    def __len__(self):
        return max(0, (self.stop - self.start + self.step - 1) // self.step)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        if index < 0:
            index += len(self)
        if not 0 <= index < len(self):
            raise IndexError(f"{index} is outside")
        return self.start + index * self.step

    def __contains__(self, value):
        return value in range(self.start, self.stop, self.step)

    def __reversed__(self):
        return (self[i] for i in range(len(self) - 1, -1, -1))


s = Span(10, 20, 3)
print(len(s), list(s), s[1], s[-1], s[1:], s[::-2], 13 in s, 14 in s, list(reversed(s)), [x for x in s], max(s), sum(s), sorted(s, reverse=True))
a, *rest = s
print(a, rest, list(zip(s, "ab")), list(enumerate(s)), tuple(s), bool(Span(1, 1)))
s[10]
