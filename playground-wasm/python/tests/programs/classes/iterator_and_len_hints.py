class Pages:
    def __init__(self, items, size):
        self.items, self.size = items, size

    def __iter__(self):
        for i in range(0, len(self.items), self.size):
            yield self.items[i : i + self.size]

    def __len__(self):
        return -(-len(self.items) // self.size)

    def __getitem__(self, page):
        match page:
            case int():
                return list(self)[page]
            case slice():
                return list(self)[page]
            case str():
                return [p for p in self if page in p]
            case _:
                raise TypeError(f"pages are numbered, not {type(page).__name__}")


p = Pages("abcdefg", 3)
print(list(p), len(p), p[0], p[-1], p[1:], p["e"], [*map(len, p)], "def" in p, bool(p), max(p))
for number, page in enumerate(p, start=1):
    print(number, page)
p[1.5]
