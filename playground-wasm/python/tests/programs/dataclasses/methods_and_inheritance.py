from dataclasses import dataclass, field
from functools import cached_property


@dataclass
class Shape:
    name: str = field(default="shape", init=False)

    def describe(self):
        return f"{self.name} with area {self.area:.1f}"


@dataclass
class Rectangle(Shape):
    width: float
    height: float = 1.0

    def __post_init__(self):
        self.name = type(self).__name__.lower()

    @cached_property
    def area(self):
        print("measuring")
        return self.width * self.height


@dataclass
class Square(Rectangle):
    height: float = field(init=False)

    def __post_init__(self):
        super().__post_init__()
        self.height = self.width


s = Square(3)
print(s.describe(), s.describe(), s)
print(Rectangle(2), Rectangle(2) == Rectangle(2, 1.0), Rectangle(1) == Square(1), Square.__mro__[1].__name__)
Square(1, 2)
