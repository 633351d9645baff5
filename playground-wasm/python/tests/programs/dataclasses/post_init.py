from dataclasses import InitVar, dataclass, field
from typing import ClassVar


@dataclass
class Rectangle:
    width: float
    height: float
    area: float = field(init=False)
    scale: InitVar[int] = 1
    made: ClassVar[int] = 0

    def __post_init__(self, scale):
        if self.width < 0:
            raise ValueError("negative width")
        self.area = self.width * self.height * scale
        Rectangle.made += 1


print(Rectangle(2, 3), Rectangle(2, 3, scale=10).area, Rectangle.made)
Rectangle(-1, 2)
