class Plugin:
    registry = {}

    def __init_subclass__(cls, /, key=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.registry[key or cls.__name__] = cls

    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item}]"


class Csv(Plugin, key="csv"):
    pass


class Json(Plugin):
    pass


print({key: value.__name__ for key, value in Plugin.registry.items()})
print(Csv[int], Plugin["a", 1])
try:
    class Bad(Plugin, colour="red"):
        pass
except TypeError as error:
    print(error)


class Plain:
    pass


class Sub(Plain, size=1):
    pass
