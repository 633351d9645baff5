class Circle:
    def __init__(self, r):
        self._r = r

    def get(self):
        return self._r

    def set(self, r):
        self._r = abs(r)

    r = property(get, set, doc="the radius")
    area = property(lambda self: 3 * self._r**2)


class Big(Circle):
    @Circle.r.getter
    def r(self):
        return super().r * 100

    @property
    def area(self):
        return f"big {super().area}"


c, b = Circle(1), Big(2)
c.r = -5
b.r = -3
print(c.r, c.area, b.r, b.area, Circle.r.__doc__, Circle.r.fget.__name__, Circle.area.fset, isinstance(Circle.r, property))
c.area = 1
