class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


p = Point(1, 2)
p.x = 5
print(p.x, p.y, hasattr(p, "__dict__"), Point.__slots__)
try:
    p.z = 1
except AttributeError as error:
    print(error)
del p.y
try:
    p.y
except AttributeError as error:
    print(error)


class Named(Point):
    pass


n = Named(1, 2)
n.name = "n"
print(n.name, n.x, hasattr(n, "__dict__"), type(Point.x).__name__)
