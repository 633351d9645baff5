from __future__ import annotations

import math
from typing import NamedTuple


class Vec(NamedTuple):
    x: float
    y: float = 0.0

    def __add__(self, other: Vec) -> Vec:
        return Vec(self.x + other.x, self.y + other.y)

    def __mul__(self, k: float) -> Vec:
        return Vec(self.x * k, self.y * k)

    __rmul__ = __mul__

    def __abs__(self) -> float:
        return math.hypot(self.x, self.y)

    @property
    def angle(self) -> float:
        return math.degrees(math.atan2(self.y, self.x))


def shoelace(points: list[Vec]) -> float:
    pairs = zip(points, points[1:] + points[:1])
    return abs(sum(a.x * b.y - b.x * a.y for a, b in pairs)) / 2


square = [Vec(0), Vec(2), Vec(2, 2), Vec(0, 2)]
print(shoelace(square), Vec(3, 4) + Vec(1), 2 * Vec(1, 1.5), abs(Vec(3, 4)), Vec(0, 1).angle, Vec(1, 2) == (1, 2), Vec(1)._replace(y=9))
x, y = Vec(7, 8)
print(x, y, max(square, key=abs), sorted({Vec(1, 2), Vec(1.0, 2.0)}), sum((Vec(i, i) for i in range(3)), Vec(0)), Vec._fields)
match Vec(0, 5):
    case Vec(x=0, y=y):
        print("on the axis at", y)
Vec(1) + 5
