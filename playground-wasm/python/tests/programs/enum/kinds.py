from enum import Enum, Flag, IntEnum, IntFlag, StrEnum, auto


class Level(IntEnum):
    LOW = 1
    HIGH = 10


class Suit(StrEnum):
    HEARTS = auto()
    SPADES = "s"


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


class Auto(Enum):
    A = auto()
    B = auto()
    C = "c"


print(Level.LOW < Level.HIGH, Level.LOW + 1, Level(10), repr(Level.HIGH), f"{Level.LOW}", int(Level.HIGH), sorted([Level.HIGH, Level.LOW]))
print(Suit.HEARTS, Suit.HEARTS == "hearts", repr(Suit.SPADES), Suit.SPADES.upper(), f"{Suit.SPADES:>3}")
print(Perm.R | Perm.X, repr(Perm.RW), Perm.R in Perm.RW, Perm.X in Perm.RW, ~Perm.R, Perm(0), Perm.RW & Perm.W, bool(Perm(0)))
print(list(Perm.RW), Perm.R.value, Perm.X.value, Auto.B.value, list(Auto))


class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def density(self):
        return round(self.mass / self.radius**3, 4)

    def __str__(self):
        return self.name.title()


print(Planet.EARTH, Planet.MARS.density, Planet.EARTH.value, [str(p) for p in Planet])
Animal = Enum("Animal", "CAT DOG")
print(Animal.DOG, list(Animal), Animal.CAT.value, Enum("Pair", {"X": 5}).X.value)


class Sub(Level):
    MID = 5
