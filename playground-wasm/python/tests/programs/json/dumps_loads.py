import json

data = {"name": "Ann", "age": 3, "tags": ["a", None, True], "nested": {"x": 1.5}, "é": "ü\n\"", 1: "int key", None: 0}
print(json.dumps(data))
print(json.dumps(data, indent=2, ensure_ascii=False))
print(json.dumps({"b": 1, "a": [1, 2]}, sort_keys=True, separators=(",", ":")), json.dumps([]), json.dumps({}, indent=2), json.dumps([[], {}], indent=1))
print(json.loads('{"a": [1, 2.5, "x", null, true], "b": {"c": "\\u00e9\\n"}}'), json.loads(" 5 "), json.loads('"s"'), json.loads("1e3"))
print(json.dumps((1, 2)), json.dumps("a/b"), json.dumps(float("inf")), json.dumps(10**20), json.dumps(1e100), json.loads("[NaN]"))


class Point:
    def __init__(self, x):
        self.x = x


print(json.dumps(Point(3), default=vars), json.loads('{"x": 1}', object_hook=lambda d: list(d.items())))
for bad in ("json.loads('{bad}')", "json.loads('[1, 2')", "json.loads('')", "json.dumps(Point(1))", "json.dumps({(1,): 2})", "json.dumps({1, 2})", "json.loads('[1,]')", "json.loads(5)", "json.loads('{\"a\" 1}')", "json.loads('1 2')"):
    try:
        print(eval(bad))
    except Exception as error:
        print(bad, "->", type(error).__name__, error)
