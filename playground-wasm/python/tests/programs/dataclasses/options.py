from dataclasses import FrozenInstanceError, dataclass, field


@dataclass(frozen=True, order=True)
class Version:
    major: int
    minor: int = 0
    label: str = field(default="", compare=False, repr=False)


v, w = Version(1, 2, "a"), Version(1, 10)
print(v < w, sorted([w, v]), hash(v) == hash(Version(1, 2)), {v: 1}[Version(1, 2, "b")], v.label)
try:
    v.major = 5
except FrozenInstanceError as error:
    print(type(error).__name__, error)


@dataclass(kw_only=True)
class Options:
    verbose: bool = False
    name: str


print(Options(name="x"))
try:
    Options("x")
except TypeError as error:
    print(error)


@dataclass(eq=False, repr=False)
class Bare:
    x: int


print(Bare(1) == Bare(1), Bare(1).x)


@dataclass(slots=True)
class Slotted:
    x: int


print(Slotted(1), Slotted.__slots__)
Slotted(1).y = 2
