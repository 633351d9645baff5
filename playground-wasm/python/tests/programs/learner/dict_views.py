d = dict(b=1, a=2)
keys, values, items = d.keys(), d.values(), d.items()
d["c"] = 3
print(keys, values, items, list(reversed(d)), "c" in keys, ("a", 2) in items, len(values))
d |= {"z": 26}
d.update([("y", 25)], x=24)
print(d, d.pop("b"), d.popitem(), d.setdefault("new", []), d.get("nope", 0), {**d, "a": 0})
print(sorted(d, key=str), {k: v for k, v in d.items() if v}, dict(zip("ab", range(2))), d == dict(reversed(d.items())))
print(sorted(keys & {"a", "c"}), keys - {"a"} == {"c", "z", "y", "new"}, {1: "a"} | {1: "b"})
for k in d:
    d.pop(k)
