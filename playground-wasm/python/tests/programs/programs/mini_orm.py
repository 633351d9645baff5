class Field:
    def __init__(self, kind=str, *, required=False, default=None):
        self.kind, self.required, self.default = kind, required, default

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, owner):
        if obj is None:
            return self
        return obj.__dict__.get(self.name, self.default)

    def __set__(self, obj, value):
        if value is not None and not isinstance(value, self.kind):
            raise TypeError(f"{type(obj).__name__}.{self.name} expects {self.kind.__name__}, got {value!r}")
        obj.__dict__[self.name] = value

    def __eq__(self, value):
        return lambda obj: getattr(obj, self.name) == value

    def __gt__(self, value):
        return lambda obj: getattr(obj, self.name) > value


class ModelMeta(type):
    def __new__(mcs, name, bases, namespace):
        fields = {k: v for base in bases for k, v in getattr(base, "_fields", {}).items()}
        fields |= {k: v for k, v in namespace.items() if isinstance(v, Field)}
        cls = super().__new__(mcs, name, bases, namespace | {"_fields": fields, "_rows": []})
        return cls

    def __iter__(cls):
        return iter(cls._rows)


class Model(metaclass=ModelMeta):
    def __init__(self, **values):
        for name, field in self._fields.items():
            if field.required and name not in values:
                raise ValueError(f"{name} is required")
        for name, value in values.items():
            if name not in self._fields:
                raise TypeError(f"{name!r} is an invalid keyword argument for {type(self).__name__}")
            setattr(self, name, value)
        type(self)._rows.append(self)

    def __repr__(self):
        shown = ", ".join(f"{n}={getattr(self, n)!r}" for n in self._fields)
        return f"{type(self).__name__}({shown})"

    @classmethod
    def where(cls, *conditions):
        return [row for row in cls if all(condition(row) for condition in conditions)]


class Named(Model):
    name = Field(required=True)


class User(Named):
    age = Field(int, default=18)


User(name="ann", age=30)
User(name="bob")
print(list(User), User.where(User.age > 20), User.where(User.name == "bob", User.age == 18), list(User._fields))
for attempt in ("User()", "User(name=5)", "User(name='x', agee=1)"):
    try:
        eval(attempt)
    except (TypeError, ValueError) as error:
        print(error)
User.where()[1].age = "old"
