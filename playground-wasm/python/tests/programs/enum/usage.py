from enum import Enum, IntEnum, auto


class Direction(Enum):
    NORTH = (0, 1)
    EAST = (1, 0)
    SOUTH = (0, -1)
    WEST = (-1, 0)

    @property
    def opposite(self):
        return Direction((-self.value[0], -self.value[1]))

    def turn(self):
        members = list(Direction)
        return members[(members.index(self) + 1) % len(members)]

    @classmethod
    def _missing_(cls, value):
        if isinstance(value, str):
            return cls[value.upper()]
        return super()._missing_(value)


class Priority(IntEnum):
    LOW = auto()
    HIGH = auto()


d = Direction.NORTH
print(d.opposite, d.turn().turn().name, Direction("west"), [m.name for m in Direction if m.value[0]], d in {Direction.NORTH}, {d: 1})
print(Priority.HIGH > Priority.LOW, max(Priority), sorted(Priority, reverse=True), Priority.LOW == 1, {Priority.LOW: "x"}[1], Priority["LOW"], isinstance(Priority.LOW, int), Priority.HIGH * 2, "%d" % Priority.HIGH, f"{Priority.HIGH!r}")
match d:
    case Direction.SOUTH:
        print("south")
    case Direction.NORTH | Direction.EAST:
        print("north or east")
print(Direction.__name__, Direction.NORTH.__class__, hasattr(Direction, "UP"), Direction._member_names_, repr(Direction), d is Direction["NORTH"], str(d), d.__doc__)
Direction((5, 5))
