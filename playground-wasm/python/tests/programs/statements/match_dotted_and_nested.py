import enum


class Shape(enum.Enum):
    CIRCLE = "c"
    SQUARE = "s"


def area(command):
    match command:
        case {"shape": Shape.CIRCLE, "r": r}:
            return 3 * r * r
        case {"shape": Shape.SQUARE, "sides": [a, b, *_]}:
            return a * b
        case [{"shape": shape}, *more]:
            return f"{shape.name} and {len(more)} more"
        case int(n) | float(n):
            return n
    return "unknown"


print(area({"shape": Shape.CIRCLE, "r": 2}))
print(area({"shape": Shape.SQUARE, "sides": (2, 3, 4)}))
print(area([{"shape": Shape.SQUARE}, 1, 2]))
print(area(7), area(2.5), area({"shape": "c"}), area(True))
