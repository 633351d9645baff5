class A:
    def who(self):
        return "A"

    @classmethod
    def make(cls):
        return f"A.make for {cls.__name__}"

    @property
    def size(self):
        return 1


class B(A):
    def who(self):
        return "B" + super().who()

    @classmethod
    def make(cls):
        return "B+" + super().make()

    @property
    def size(self):
        return super().size + 10


class C(A):
    def who(self):
        return "C" + super(C, self).who()


class D(B, C):
    def who(self):
        parent = super()
        return "D" + parent.who()

    def inner(self):
        return [super(D, self).who() for _ in range(1)]

    def broken(self):
        return super().nothing


d = D()
print(d.who(), D.make(), d.size, d.inner(), super(B, d).who(), super(D, D).make(), repr(super(D, d)))
try:
    super(int, d)
except TypeError as error:
    print(error)
try:
    super().who()
except RuntimeError as error:
    print(error)
d.broken()
