print("before")


class Weird:
    print("in the body")
    names = []
    for i in range(3):
        names.append(i)
    if len(names) == 3:
        size = "three"
    else:
        size = "other"
    squares = [n * n for n in names]
    locals()["dynamic"] = "made"

    def method(self):
        return self.size

    method.tag = "tagged"
    alias = method
    del i


print(Weird.names, Weird.size, Weird.squares, Weird.dynamic, Weird().alias(), Weird.method.tag, hasattr(Weird, "i"))
try:

    class Broken:
        a = 1
        1 / 0

except ZeroDivisionError as error:
    print(error)
print("Broken" in globals())


class Nested:
    class Inner:
        value = 1

        def who(self):
            return type(self).__qualname__

    made = Inner()


print(Nested.Inner, Nested.made.who(), Nested.Inner.__name__)


class Scope:
    x = 1
    bad = [x + y for y in range(2)]
