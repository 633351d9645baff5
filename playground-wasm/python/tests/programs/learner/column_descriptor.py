class Column:
    def __init__(self, type_, default=None):
        self.type_, self.default = type_, default

    def __set_name__(self, owner, name):
        self.name = name
        owner.__dict__.get("columns", owner.columns).append(name)

    def __get__(self, obj, owner=None):
        return self if obj is None else obj.__dict__.get(self.name, self.default)

    def __set__(self, obj, value):
        if value is not None and not isinstance(value, self.type_):
            raise TypeError(f"{self.name} must be {self.type_.__name__}, not {type(value).__name__}")
        obj.__dict__[self.name] = value

    def __eq__(self, other):
        return f"{self.name} = {other!r}"

    __hash__ = object.__hash__


class Model:
    columns = []
    id = Column(int)
    name = Column(str, default="anon")


m = Model()
print(m.name, m.id, Model.id == 5, Model.columns)
m.id = 3
print(m.__dict__)
m.name = 7
