class Event:
    def __init__(self):
        self._handlers = []

    def __iadd__(self, handler):
        self._handlers.append(handler)
        return self

    def __isub__(self, handler):
        self._handlers.remove(handler)
        return self

    def __call__(self, *args, **kwargs):
        for handler in list(self._handlers):
            if handler(*args, **kwargs) is False:
                break


class observable:
    def __init__(self, default=None):
        self.default = default

    def __set_name__(self, owner, name):
        self.name = name
        self.storage = f"_{name}"

    def __get__(self, obj, owner=None):
        return self if obj is None else getattr(obj, self.storage, self.default)

    def __set__(self, obj, value):
        old = self.__get__(obj)
        setattr(obj, self.storage, value)
        if old != value:
            obj.changed(self.name, old, value)


class Thermostat:
    target = observable(20)
    mode = observable("off")

    def __init__(self):
        self.changed = Event()


t = Thermostat()
log = []


def show(name, old, new):
    print(f"{name}: {old!r} -> {new!r}")


def veto(name, old, new):
    log.append(name)
    return name != "mode"


t.changed += veto
t.changed += show
t.target = 21
t.target = 21
t.mode = "heat"
t.target += 0.5
t.changed -= veto
t.mode = "cool"
print(log, vars(t).keys() - {"changed"} == {"_target", "_mode"}, t.target, Thermostat.mode.name)
t.changed -= veto
