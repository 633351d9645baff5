from abc import ABC, ABCMeta, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self):
        """The area."""

    @property
    @abstractmethod
    def name(self): ...

    def describe(self):
        return f"{self.name} of area {self.area()}"


class Square(Shape):
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side**2

    @property
    def name(self):
        return "square"


class Half(Shape):
    def area(self):
        return super().area() or 0


print(Square(3).describe(), Shape.__abstractmethods__ == {"area", "name"}, Half.__abstractmethods__)
for cls in (Shape, Half):
    try:
        cls()
    except TypeError as error:
        print(error)


class Duck(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, other):
        return hasattr(other, "quack") or NotImplemented


class Robot:
    def quack(self): ...


class Plain: ...


print(issubclass(Robot, Duck), isinstance(Robot(), Duck), issubclass(Plain, Duck))
Duck.register(Plain)
print(issubclass(Plain, Duck))
Half()
