def handle(event):
    match event:
        case {"type": "click", "pos": (x, y), **rest} if not rest:
            return f"click at {x},{y}"
        case {"type": "click", **rest}:
            return f"click with {sorted(rest)}"
        case {"type": "key", "key": "a" | "b" as key}:
            return f"letter {key}"
        case {"type": ("key" | "press") as kind}:
            return f"other {kind}"
        case [{"type": first}, {"type": second}]:
            return f"{first} then {second}"
        case [[a, b], [c, d]]:
            return a * d - b * c
        case [x, y, *_] if isinstance(x, str):
            return f"starts {x} {y}"
        case (1, *middle, 9):
            return middle
        case "text" | b"bytes":
            return "literal"
        case {}:
            return "mapping"
        case []:
            return "empty"
        case _ if event:
            return "truthy"
    return None


for event in ({"type": "click", "pos": (1, 2)}, {"type": "click", "pos": [1, 2], "x": 0}, {"type": "key", "key": "b"}, {"type": "press"}, [{"type": 1}, {"type": 2}], [[1, 2], [3, 4]], ("a", "b", "c"), (1, 2, 3, 9), [1, 9], "text", b"bytes", {}, {1: 2}, [], (), range(3), 5, 0, None, "other", {1, 2}):
    print(repr(event), "->", handle(event))
