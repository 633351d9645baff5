class Base:
    def __init__(self, **kwargs):
        print("Base", kwargs)

    def who(self):
        return ["Base"]


class A(Base):
    def __init__(self, a=0, **kwargs):
        print("A", a)
        super().__init__(**kwargs)

    def who(self):
        return ["A"] + super().who()


class B(Base):
    def __init__(self, b=0, **kwargs):
        print("B", b)
        super().__init__(**kwargs)

    def who(self):
        return ["B"] + super().who()


class C(A, B):
    def who(self):
        return ["C"] + super().who()


c = C(a=1, b=2, x=3)
print(c.who(), [k.__name__ for k in C.mro()])
print(super(A, c).who())


class X(A):
    pass


class Y(B, X):
    pass


print([k.__name__ for k in Y.__mro__])


class Broken(Base, A):
    pass
