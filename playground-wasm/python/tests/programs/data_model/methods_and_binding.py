class Robot:
    def __init__(self, name):
        self.name = name

    def hello(self, other="world"):
        return f"{self.name} greets {other}"

    @classmethod
    def build(cls, *parts):
        return cls("-".join(parts))

    @staticmethod
    def add(a, b):
        return a + b


class Android(Robot):
    def hello(self, other="you"):
        return super().hello(other).upper()


r = Robot("r2")
bound = r.hello
r.name = "c3"
print(bound(), bound("x"), Robot.hello(r), Robot.add(1, 2), r.add(3, 4), Android.build("a", "b").hello())
print([f() for f in (r.hello, Android("z").hello)], list(map(Robot("m").hello, ["p", "q"])))
print(bound.__self__ is r, bound == r.hello, bound is r.hello, bound.__func__.__name__, Android.build.__self__.__name__)
r.special = type(bound)(lambda self, n: (self.name, n), r)
print(r.special(1), isinstance(bound, type(r.hello)), type(Robot.__dict__["add"]).__name__, type(Robot.__dict__["build"]).__name__)
r.hello = 5
r.hello()
