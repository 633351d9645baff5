class P:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        print(f"{self.n} < {other.n}")
        return self.n < other.n

    def __repr__(self):
        return f"P{self.n}"


a, b = P(1), P(2)
print(a < b, a > b)
print(sorted([P(3), a, b]), max(a, b), min(a, b), [b, a] > [a, b])
try:
    a <= b
except TypeError as error:
    print(error)


class Weird:
    def __eq__(self, other):
        return "equal-ish"

    def __lt__(self, other):
        return []

    def __gt__(self, other):
        return NotImplemented


w = Weird()
print(w == 1, w != 1, w < 1, 1 > w, not (w < 1), [w] == [2])
w > 1
