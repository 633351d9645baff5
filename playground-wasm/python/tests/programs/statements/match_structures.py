class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


def look(thing):
    match thing:
        case []:
            return "empty"
        case [x]:
            return f"one: {x}"
        case ["go", ("north" | "south") as where]:
            return f"go {where}"
        case ["drop", *items]:
            return f"drop {items}"
        case (first, *_, last) if first == last:
            return f"same ends {first}"
        case {"name": str(name), "age": int(age)}:
            return f"{name} is {age}"
        case {"name": name, **rest}:
            return f"{name} and {rest}"
        case {}:
            return "a mapping"
        case Point(0, y=0):
            return "origin"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Point(x=0):
            return "on the y axis"
        case Point():
            return f"point {thing.x} {thing.y}"
        case (1, 2) | [3, 4, _]:
            return "listed"
        case _:
            return "?"


for thing in (
    [], [1], ["go", "north"], ["go", "up"], ["drop", 1, 2], (1, 2, 1), {"name": "A", "age": 3},
    {"name": "A", "x": 1}, {"z": 0}, Point(0, 0), Point(2, 2), Point(0, 3), Point(1, 2), (1, 2),
    [3, 4, 5], "text", {1, 2},
):
    print(look(thing))
