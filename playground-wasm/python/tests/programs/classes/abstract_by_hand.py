class Shape:
    def area(self):
        raise NotImplementedError(f"{type(self).__name__} must define area()")

    def __lt__(self, other):
        return self.area() < other.area()

    def __repr__(self):
        return f"{type(self).__name__}:{self.area():g}"


class Square(Shape):
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side * self.side


class Rect(Square):
    def __init__(self, w, h):
        super().__init__(w)
        self.h = h

    def area(self):
        return super().area() / self.side * self.h


class Blob(Shape):
    pass


print(sorted([Rect(2, 3), Square(2), Square(1.5)]), max(Square(3), Rect(1, 2)))
Blob() < Square(1)
