d = {"b": 1, "a": 2}
d["c"] = 3
d["b"] = 10
print(d, list(d), len(d), d.get("z"), d.get("z", 0), "a" in d, 2 in d.values())
print(d.keys(), d.values(), d.items(), d.pop("a"), d.pop("zz", None), d)
print(d.setdefault("x", []), d.setdefault("b", 5), d)
d.update({"b": 0}, k=1)
d.update([("p", 1), ("q", 2)])
print(d, d.popitem(), sorted(d), max(d), list(reversed(d)))
print({**d, "b": 1}, d | {"new": 1}, dict(a=1, b=2), dict([("k", "v")]), dict.fromkeys("ab", 0), dict(zip("xy", (1, 2))))
d |= {"b": 3}
print(d == {"k": 1, "p": 1, "c": 3, "x": [], "b": 3}, {1: "a", 1.0: "b", True: "c"}, {(1, 2): "tuple key"})
keys = d.keys()
d["late"] = 1
print(keys, keys & {"late", "b", "nope"} == {"late", "b"}, d.items() >= {("b", 3)}if False else "-", keys - {"b"} == {"c", "x", "k", "p", "late"})
for key, value in sorted(d.items(), key=lambda item: str(item[1])):
    print(key, value, end="; ")
print()
d.clear()
print(d, bool(d), dict(), {1: {2: {3: 4}}}[1][2][3])
try:
    for key in (grow := {"a": 1}):
        grow["b"] = 2
except RuntimeError as error:
    print(error)
for bad in ("{}['k']", "{}.popitem()", "{[]: 1}", "{}.pop('x')", "dict([1])", "dict(['abc'])", "{'a': 1} + {}", "{}.update(5)", "{1: 2}[[1]]", "{}.keys()[0]", "{1, 2}[0]"):
    try:
        eval(bad)
    except Exception as error:
        print(bad, "->", type(error).__name__, error)
