from dataclasses import asdict, astuple, dataclass, field, fields, replace, FrozenInstanceError
from typing import Optional


@dataclass
class Address:
    street: str
    zip: Optional[str] = None


@dataclass(order=True)
class User:
    sort_index: int = field(init=False, repr=False)
    name: str
    age: int = 0
    addresses: list[Address] = field(default_factory=list, compare=False)

    def __post_init__(self):
        self.sort_index = self.age


@dataclass(frozen=True, slots=True)
class Point:
    x: int = 0
    y: int = 0

    def __add__(self, o):
        return Point(self.x + o.x, self.y + o.y)


u = User("ann", 30, [Address("Main")])
print(u, asdict(u), astuple(u), replace(u, name="bob"), u < User("zed", 40), u == User("ann", 30))
print([f.name for f in fields(User)], Point(1) + Point(2, 3), {Point(1, 2): 1}[Point(1, 2)])
try:
    Point().x = 5
except FrozenInstanceError as e:
    print(type(e).__mro__[1].__name__, e)
try:
    @dataclass
    class Bad:
        items: list = []
except ValueError as e:
    print(e)
User()
