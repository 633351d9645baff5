class Manager:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, kind, value, tb):
        print("exit", self.name, kind and kind.__name__, value)
        return self.swallow


with Manager("a") as a, Manager("b") as b:
    print("inside", a, b)
with Manager("c", swallow=True):
    raise ValueError("swallowed")
with (
    Manager("d") as d,
    Manager("e"),
):
    print(d)


def early():
    with Manager("f"):
        return "returned"


print(early())
for n in range(3):
    with Manager(str(n)):
        if n == 1:
            break
try:
    with 5:
        pass
except TypeError as error:
    print(error)
with Manager("g"):
    raise KeyError("lost")
