class Circle:
    def __init__(self, r):
        self.r = r

    @property
    def area(self):
        return 3 * self.r ** "2"

    def __eq__(self, other):
        return self.area == other.area


c = Circle(2)
print(c.r)
print(c == Circle(1))
