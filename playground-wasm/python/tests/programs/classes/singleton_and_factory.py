class Config:
    _shared = {}

    def __init__(self):
        self.__dict__ = self._shared


a, b = Config(), Config()
a.debug = True
print(b.debug, a is b, vars(a) is vars(b))


class Shape:
    kinds = {}

    def __init_subclass__(cls, kind, **kwargs):
        super().__init_subclass__(**kwargs)
        Shape.kinds[kind] = cls

    def __new__(cls, kind=None, *args):
        if cls is Shape:
            cls = cls.kinds[kind]
        return super().__new__(cls)

    def __init__(self, kind, *args):
        self.args = args


class Square(Shape, kind="square"):
    pass


class Circle(Shape, kind="circle"):
    def __repr__(self):
        return f"Circle{self.args}"


print(type(Shape("square", 3)).__name__, Shape("circle", 1, 2), Shape.kinds["circle"] is Circle)
try:
    class NoKind(Shape):
        pass
except TypeError as error:
    print(error)
Shape("triangle")
