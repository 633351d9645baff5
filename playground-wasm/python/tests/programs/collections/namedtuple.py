from collections import namedtuple

Point = namedtuple("Point", "x y", defaults=[0])
p = Point(1)
print(p, p.x, p[1], tuple(p), p == (1, 0), p._replace(x=5), p._asdict(), Point._fields, len(p))
x, y = p
print(x, y, Point(y=2, x=1), Point._make([7, 8]), Point.__doc__, isinstance(p, tuple), sorted([Point(2), Point(1)]))
Rgb = namedtuple("Rgb", ["red", "green", "blue"])
print(Rgb(1, 2, 3), Rgb(*range(3)) < Rgb(5, 0, 0), hash(Rgb(1, 2, 3)) == hash((1, 2, 3)))
for bad in ("Point()", "Point(1, 2, 3)", "Point(z=1)", "namedtuple('A', 'x x')", "namedtuple('A', 'class')", "p.z", "Point._make([1,2,3])"):
    try:
        print(eval(bad))
    except Exception as error:
        print(bad, "->", type(error).__name__, error)
p.x = 3
