class Date:
    def __init__(self, y, m):
        self.y, self.m = y, m

    @classmethod
    def parse(cls, text):
        return cls(*map(int, text.split("-")))

    @staticmethod
    def leap(y):
        return y % 4 == 0 and (y % 100 != 0 or y % 400 == 0)

    @classmethod
    @property
    def label(cls):
        return cls.__name__.lower()

    def __repr__(self):
        return f"{type(self).__name__}({self.y}, {self.m})"


class Special(Date):
    pass


print(Date.parse("2024-05"), Special.parse("1-2"), Date.leap(2000), Special(1, 2).leap(1900), Date(1, 2).parse("3-4"), Date.label)
print(Date.parse.__func__.__name__, Date.__dict__["leap"].__func__(2024), type(Date.parse).__name__, Special.parse.__self__)
Date.parse("2024-05-06")
