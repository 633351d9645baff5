from dataclasses import asdict, astuple, dataclass, field, fields, is_dataclass, make_dataclass, replace


@dataclass
class Point:
    x: int
    y: int = field(default=0, metadata={"unit": "cm"})


@dataclass
class Line:
    start: Point
    ends: list[Point]


line = Line(Point(1), [Point(2, 3)])
print(asdict(line), astuple(line))
print(replace(line.start, y=9), [f.name for f in fields(Point)], fields(Point)[1].metadata, fields(line)[0].type)
print(is_dataclass(line), is_dataclass(Line), is_dataclass(5))
Made = make_dataclass("Made", [("a", int), ("b", str, "z")])
print(Made(1))
print(fields(5))
