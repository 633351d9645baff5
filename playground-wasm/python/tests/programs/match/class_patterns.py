from dataclasses import dataclass


@dataclass
class Circle:
    radius: float


@dataclass
class Rect:
    width: float
    height: float


@dataclass
class Group:
    shapes: list


def area(shape):
    match shape:
        case Circle(radius=r):
            return 3 * r * r
        case Rect(w, h) if w == h:
            return f"square {w * h}"
        case Rect(width=w, height=h):
            return w * h
        case Group(shapes=[]):
            return 0
        case Group(shapes=[only]):
            return area(only)
        case Group([first, *others]):
            return [area(first), area(Group(others))]
        case int() | float() as n:
            return n
        case str(s) | bytes(s):
            return f"text {s!r}"


for shape in (Circle(2), Rect(2, 2), Rect(2, 3), Group([]), Group([Circle(1), Rect(1, 2), Circle(3)]), 5, 2.5, "x", b"y"):
    print(area(shape))


class NoArgs:
    pass


match NoArgs():
    case NoArgs(x):
        print(x)
