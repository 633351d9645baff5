class Registry(type):
    classes = []

    def __new__(mcs, name, bases, namespace, **kwargs):
        print("new", name, sorted(k for k in namespace if not k.startswith("__")), kwargs)
        cls = super().__new__(mcs, name, bases, namespace)
        mcs.classes.append(name)
        return cls

    def __init__(cls, name, bases, namespace, **kwargs):
        super().__init__(name, bases, namespace)
        cls.label = name.lower()

    def __call__(cls, *args):
        print("calling", cls.__name__)
        return super().__call__(*args)

    def __len__(cls):
        return 42

    @property
    def shout(cls):
        return cls.__name__.upper()

    @classmethod
    def __prepare__(mcs, name, bases, **kwargs):
        return {"prepared": True}


class Base(metaclass=Registry):
    pass


class Child(Base, flavour="mint"):
    x = 1

    def __init__(self, *args):
        self.args = args


print(Child(1, 2).args, Child.label, len(Child), Child.shout, Child.prepared)
print(Registry.classes, type(Child), type(type(Child)), isinstance(Child, Registry))
Made = type("Made", (Child,), {"y": 2})
print(Made.y, Made.x, type(Made).__name__, type(3)(7), type("T", (), {})().__class__.__name__)
