print([x for x in range(10) if x % 2 if x > 3])
print([(x, y) for x in range(3) for y in "ab" if x])
print({x % 3 for x in range(10)})
print({k: v for k, v in zip("abc", range(3))})
print([[row[i] for row in [[1, 2], [3, 4]]] for i in range(2)])
print({len(w): w for w in ["a", "bb", "c"]})
print([x if x > 1 else -x for x in range(4)])
print(sum(len(line.split()) for line in "a b\nc\n\nd e f".splitlines()))
flat = [n for part in [[1], [2, 3], []] for n in part]
print(flat, [*map(str, flat)], list(filter(None, [0, 1, "", "a"])))
print([f"{i}:{c}" for i, c in enumerate("xyz", start=1)])
nested = {g: [w for w in ["ant", "bee", "ape"] if w[0] == g] for g in "ab"}
print(nested)
print([(lambda: n)() for n in range(3)])
print([y := 1, y**2], any(n > 2 for n in flat), all(n > 2 for n in flat))
x = "outer"
print([x for x in "ab"], x)
print([missing for _ in range(1)])
