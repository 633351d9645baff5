class Meters:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"{type(self).__name__}({self.n})"

    def __add__(self, other):
        print("add", self, other)
        return Meters(self.n + other.n) if isinstance(other, Meters) else NotImplemented

    def __radd__(self, other):
        print("radd", self, other)
        return Meters(self.n + other)

    def __iadd__(self, other):
        print("iadd")
        self.n += getattr(other, "n", other)
        return self

    def __sub__(self, other):
        return NotImplemented

    def __rsub__(self, other):
        return "rsub"


class Precise(Meters):
    def __radd__(self, other):
        print("precise radd")
        return Precise(self.n + other.n)


print(Meters(1) + Meters(2))
print(5 + Meters(1))
print(Meters(1) + Precise(2))
m = alias = Meters(1)
m += 3
print(alias, sum([Meters(1), Meters(2)]))
print(5 - Meters(1))
try:
    Meters(1) - 5
except TypeError as error:
    print(error)
try:
    Meters(1) * 2
except TypeError as error:
    print(error)
m -= 1
