class Data:
    def __get__(self, obj, owner):
        return "data descriptor"

    def __set__(self, obj, value):
        obj.__dict__["d"] = value


class NonData:
    def __get__(self, obj, owner):
        return "non-data descriptor" if obj is not None else "from the class"


class Holder:
    d = Data()
    n = NonData()
    plain = "class attribute"

    def __getattr__(self, name):
        return f"fallback {name}"


h = Holder()
h.__dict__.update(d="instance d", n="instance n", plain="instance plain")
print(h.d, h.n, h.plain, h.missing, Holder.n, Holder.plain)
h.d = "set"
print(h.__dict__["d"], h.d)
del h.__dict__["n"], h.plain
print(h.n, h.plain)


class Meta(type):
    attr = "from meta"

    def method(cls):
        return f"meta method on {cls.__name__}"

    def __getattr__(cls, name):
        return f"meta fallback {name}"


class WithMeta(metaclass=Meta):
    own = 1


print(WithMeta.attr, WithMeta.method(), WithMeta.own, WithMeta.nothing)
WithMeta().attr
