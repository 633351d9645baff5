class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        print("named", owner.__name__, name)
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return instance.__dict__.get(self.name, f"no {self.name}")

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}, not {type(value).__name__}")
        instance.__dict__[self.name] = value

    def __delete__(self, instance):
        instance.__dict__.pop(self.name, None)


class Lazy:
    def __init__(self, func):
        self.func = func

    def __get__(self, instance, owner):
        value = instance.__dict__[self.func.__name__] = self.func(instance)
        return value


class Person:
    name = Typed(str)
    age = Typed(int)

    @Lazy
    def initials(self):
        print("computing")
        return self.name[0]


p = Person()
print(p.name)
p.name, p.age = "ann", 3
print(p.name, p.age, p.initials, p.initials, vars(p))
del p.name
print(p.name, type(Person.age).__name__)
p.age = "old"
