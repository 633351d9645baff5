def describe(value):
    match value:
        case 0:
            return "zero"
        case 1 | 2 | 3:
            return "small"
        case -1:
            return "minus one"
        case float():
            return "a float"
        case "a" | "b":
            return "a letter"
        case None:
            return "nothing"
        case True:
            return "true"
        case str() as text if len(text) > 3:
            return f"long text {text!r}"
        case str(text):
            return f"text {text!r}"
        case _:
            return "something"


for value in (0, 2, -1, 1.5, 1.0, "a", "abcd", "xy", None, True, [], 10):
    print(repr(value), describe(value))
