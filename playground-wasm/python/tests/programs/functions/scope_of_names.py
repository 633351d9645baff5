x = "global"


def read():
    return x


def shadow():
    x = "local"
    return x, read()


class Scope:
    x = "class"
    seen = x
    listed = [x for _ in range(1)]

    def method(self):
        return x


def comprehension():
    x = "kept"
    [x for x in range(3)]
    return x


print(read(), shadow(), Scope.seen, Scope.listed, Scope().method(), comprehension())
print(len("abc"))
len = lambda thing: "shadowed"
print(len("abc"))
del len
print(len("abc"))
print("x" in globals(), sorted(name for name in dir() if not name.startswith("_")))


def local_names(a, b=2):
    c = 3
    return locals()


print(local_names(1))
