class Base:
    registry = []
    options = {"a": 1}
    count = 0

    def __init__(self):
        self.registry.append(type(self).__name__)
        self.count += 1


class Left(Base):
    options = {**Base.options, "b": 2}


class Right(Base):
    registry = []


Left(), Right(), Left()
print(Base.registry, Right.registry, Left.registry is Base.registry, Left.options, Right.options, Base.count, Left().count)
Base.options["late"] = True
print(Right.options, Left.options)
Left.count = 10
print(Left().count, Right().count, Base.count)
for cls in (Base, Left, Right):
    print(cls.__name__, sorted(k for k in cls.__dict__ if not k.startswith("__")), "count" in cls.__dict__)
print(getattr(Right, "options") is Base.options, Right.__dict__.get("options"))
