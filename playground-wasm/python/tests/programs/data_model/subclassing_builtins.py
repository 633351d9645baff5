class Upper(str):
    def __new__(cls, text):
        return super().__new__(cls, text.upper())

    def shout(self):
        return self + "!"


class Default(dict):
    def __missing__(self, key):
        self[key] = value = len(self)
        return value


class Positive(int):
    def __new__(cls, n):
        if n < 0:
            raise ValueError("negative")
        return super().__new__(cls, n)

    def __add__(self, other):
        return Positive(int(self) + other)


class History(list):
    def append(self, item):
        super().append((len(self), item))


u = Upper("abc")
print(u, u.shout(), type(u + "d"), u == "ABC", {u: 1}["ABC"], isinstance(u, str), len(u), repr(u), u.lower())
d = Default(a=5)
print(d["x"], d["y"], d["a"], d, d.get("q"), isinstance(d, dict))
p = Positive(3) + 4
print(p, type(p).__name__, p * 2, type(p * 2).__name__, Positive(5) == 5)
h = History("ab")
h.append("c")
h += ["d"]
print(h, h[2], type(h[:1]), type(h).__name__, h == ["a", "b", (2, "c"), "d"])


class Pair(tuple):
    __slots__ = ()

    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    left = property(lambda self: self[0])


print(Pair(1, 2), Pair(1, 2).left, Pair(1, 2) == (1, 2))
Positive(-1)
