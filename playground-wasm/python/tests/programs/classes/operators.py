class Vector:
    def __init__(self, *parts):
        self.parts = parts

    def __repr__(self):
        return f"Vector{self.parts}"

    def __add__(self, other):
        if isinstance(other, Vector):
            return Vector(*(a + b for a, b in zip(self.parts, other.parts)))
        return NotImplemented

    def __mul__(self, n):
        return Vector(*(a * n for a in self.parts))

    __rmul__ = __mul__

    def __matmul__(self, other):
        return sum(a * b for a, b in zip(self.parts, other.parts))

    def __neg__(self):
        return self * -1

    def __abs__(self):
        return (self @ self) ** 0.5

    def __eq__(self, other):
        return isinstance(other, Vector) and self.parts == other.parts

    def __bool__(self):
        return any(self.parts)

    def __getitem__(self, index):
        return self.parts[index]

    def __len__(self):
        return len(self.parts)

    def __radd__(self, other):
        return f"{other} + {self}"


a, b = Vector(1, 2), Vector(3, 4)
print(a + b, a * 3, 3 * a, a @ b, -a, abs(b), a == Vector(1, 2), a != b)
print(bool(Vector(0, 0)), a[0], a[-1], b[:1], len(a), list(a), 2 in a, "x" + a)
a += b
print(a)
try:
    a + 1
except TypeError as error:
    print(error)
try:
    hash(a)
except TypeError as error:
    print(error)
a < b
