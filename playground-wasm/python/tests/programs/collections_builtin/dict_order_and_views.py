d = {"z": 1, "a": 2}
d["m"] = 3
d["z"] = 9
print(d, list(d.items()), d.keys() == {"a", "m", "z"}, d.values())
del d["z"]
d["z"] = 0
print(d, next(iter(d)), list(reversed(d)), dict(reversed(d.items())), sorted(d, key=d.get), max(d, key=d.get), {v: k for k, v in d.items()})
keys, items = d.keys(), d.items()
d["new"] = 7
print(len(keys), ("new", 7) in items, "new" in keys, keys - {"a", "m"} == {"z", "new"}, keys | {"q"} == {"a", "m", "z", "new", "q"}, keys ^ {"a"} == {"m", "z", "new"}, keys.isdisjoint({"x"}))
print({**{"a": 1}, **{"b": 2}} == {"b": 2, "a": 1}, list({1: 0, 2: 0} | {1: 5}), dict([("a", 1)], b=2), dict({"a": 1}, a=2), type(keys).__name__, repr(items)[:10], d.items() == dict(d).items())
for key in list(d):
    if d[key] < 3:
        del d[key]
print(d)
for key in d:
    d["x" + key] = 1
