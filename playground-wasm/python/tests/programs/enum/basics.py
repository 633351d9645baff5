from enum import Enum, unique


class Colour(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1

    def shout(self):
        return self.name + "!"

    @classmethod
    def favourite(cls):
        return cls.BLUE


print(Colour.RED, repr(Colour.RED), Colour.RED.name, Colour.RED.value, Colour(2), Colour["BLUE"])
print(list(Colour), len(Colour), Colour.CRIMSON is Colour.RED, Colour.RED == 1, Colour.RED in Colour)
print(Colour.favourite().shout(), {Colour.RED: "r"}[Colour(1)], Colour.__members__.keys(), type(Colour.RED))
print(Colour.RED is Colour(1), Colour.RED != Colour.BLUE, isinstance(Colour.RED, Colour), f"{Colour.RED} {Colour.RED!r:>20}")
for bad in ("Colour(9)", "Colour['PINK']", "Colour.PINK", "Colour.RED < Colour.BLUE", "Colour.RED()", "Colour()"):
    try:
        eval(bad)
    except Exception as error:
        print(bad, "->", type(error).__name__, error)
try:
    Colour.RED = 5
except AttributeError as error:
    print(error)


@unique
class Twice(Enum):
    A = 1
    B = 1
