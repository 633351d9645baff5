from operator import attrgetter, itemgetter

rows = [("ann", 30), ("bob", 25), ("cy", 30)]
print(sorted(rows, key=itemgetter(1, 0)), sorted(rows, key=lambda r: (-r[1], r[0])), max(rows, key=itemgetter(1)))
rows.sort(key=lambda r: r[1], reverse=True)
print(rows, sorted("bAc", key=str.lower), sorted([3, 1, 2], reverse=True), sorted([[2], [1, 5]]), min(["b", "a"]))


class P:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"P{self.n}"


print(sorted([P(2), P(1)], key=attrgetter("n")), sorted([True, 0, 2.5, -1]))
sorted([P(2), P(1)])
