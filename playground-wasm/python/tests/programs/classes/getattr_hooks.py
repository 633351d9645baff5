class Proxy:
    def __init__(self, target):
        object.__setattr__(self, "_target", target)
        object.__setattr__(self, "log", [])

    def __getattr__(self, name):
        self.log.append("get " + name)
        return getattr(self._target, name)

    def __setattr__(self, name, value):
        self.log.append("set " + name)
        setattr(self._target, name, value)

    def __delattr__(self, name):
        self.log.append("del " + name)
        delattr(self._target, name)

    def __dir__(self):
        return ["b", "a"]


class Thing:
    size = 1


proxy = Proxy(Thing())
proxy.size = 5
print(proxy.size, proxy.log, dir(proxy))
del proxy.size
print(proxy.size)


class Noisy:
    x = 1

    def __getattribute__(self, name):
        print("looking for", name)
        return super().__getattribute__(name)


noisy = Noisy()
print(noisy.x)
print(getattr(noisy, "y", None))
print(proxy.log)
proxy.missing
