class Counter:
    total = 0
    names = []

    def __init__(self, name):
        self.total += 1
        self.names.append(name)
        type(self).made = getattr(type(self), "made", 0) + 1


a, b = Counter("a"), Counter("b")
print(a.total, Counter.total, Counter.names, a.names is b.names, Counter.made)
a.names = []
print(b.names, vars(a), "names" in vars(b), Counter.__dict__["total"])
Counter.total = 10
print(a.total, b.total, Counter("c").total)
del a.total
print(a.total)
setattr(Counter, "extra", lambda self, n: n * 2)
print(a.extra(4), Counter.extra(a, 5), hasattr(Counter, "nope"))
a.extra = lambda n: "own"
print(a.extra(1), b.extra(1))
for name in ("__name__", "__module__", "__qualname__", "__bases__", "__doc__"):
    print(name, getattr(Counter, name))
print(sorted(k for k in vars(Counter) if not k.startswith("__")))
del Counter.names
b.names
