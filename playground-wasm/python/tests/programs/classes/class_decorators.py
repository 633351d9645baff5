def add_repr(cls):
    cls.__repr__ = lambda self: f"<{cls.__name__} {vars(self)}>"
    return cls


def register(**options):
    def wrap(cls):
        cls.options = options
        registry[cls.__name__] = cls
        return cls

    return wrap


def replace(cls):
    class Replacement(cls):
        extra = True

    Replacement.__name__ = cls.__name__ + "2"
    return Replacement


registry = {}


@register(table="things")
@add_repr
class Thing:
    def __init__(self, n):
        self.n = n


@replace
class Other:
    pass


print(Thing(3), registry, Thing.options, Other, Other.extra, Other.__mro__[1].__name__)


@5
class Bad:
    pass
