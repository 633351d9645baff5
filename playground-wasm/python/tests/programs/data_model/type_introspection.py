class Base:
    x = 1

    def method(self): ...


class Child(Base):
    y = 2


c = Child()
c.z = 3
print(type(c) is Child, type(c) == Base, isinstance(c, Base), issubclass(Child, (int, Base)), Child.__base__, Base.__base__, object.__base__)
print([n for n in dir(c) if not n.startswith("__")], vars(c), Child.__mro__[::-1])
print(getattr(c, "x"), getattr(Child, "y"), hasattr(c, "w"), callable(c.method), callable(Child), callable(c))
print(type.__name__, type(type), isinstance(type, object), isinstance(object, type), type(5).__mro__, bool.__mro__)
Dynamic = type("Dynamic", (Base,), {"w": 9, "hello": lambda self: self.w})
print(Dynamic().hello(), Dynamic.__name__, Dynamic.__bases__, Dynamic.__module__, Dynamic)
print(int.__name__, [].__class__, "".__class__.__name__, (1).__class__.__class__, type(None).__name__, type(print).__name__, type(Child.method).__name__)
print(Child.__subclasses__(), Base.__subclasses__() == [Child, Dynamic], object.__doc__ is not None)
isinstance(c, "Child")
