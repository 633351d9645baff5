names, ages = ["ann", "bob", "cid"], [3, 1]
print(list(zip(names, ages)), dict(zip(names, ages)), list(zip(*[(1, "a"), (2, "b")])), list(zip()), list(zip([1])))
print(list(map(str.upper, names)), list(map(lambda n, a: f"{n}{a}", names, ages)), list(map(int, "123")), list(filter(lambda n: "b" in n, names)), list(filter(None, [0, 1, None, "x"])))
m = map(lambda x: x * 2, [1, 2])
print(next(m), list(m), list(m), map, type(m).__name__, list(enumerate(names, 1)), list(reversed(names)), sorted(map(len, names)))
total = 0
for i, (name, age) in enumerate(zip(names, ages)):
    total += i * age
    print(i, name, age)
print(total, [*map(max, [1, 5], [4, 2])], max(map(abs, [-5, 3])), sum(map(bool, [1, 0, 2])), any(map(str.isdigit, ["a", "1"])), " ".join(map(repr, [1, "a"])))
list(map(lambda x: x.y, names))
