t = (1, "a", [2])
print(t, t[0], t[-1], t[1:], len(t), t + (3,), t * 2, "a" in t, t.index("a"), t.count(1))
print((), (1,), 1, tuple("ab"), tuple([1]), (1, 2) == (1, 2), (1, 2) < (1, 3), (1,) < (1, 0), ("b", 1) > ("a", 9))
t[2].append(3)
print(t, hash((1, 2)) == hash((1, 2)), {(1, 2): "k"}[1, 2])
single = 5,
print(single, type(single), type(()), ((1, 2), (3,)))
a = 1, 2, 3
x, *y = a
print(x, y, max(a), sum(a), sorted((3, 1, 2)), tuple(sorted("cab")), list(zip(a, "xyz")), tuple(reversed(a)))


def minmax(values):
    return min(values), max(values)


low, high = minmax([3, 1, 2])
print(low, high)
for bad in ("t[0] = 1", "t.append(1)", "t[9]", "hash(t)", "(1, 2) + [3]", "del t[0]", "t.index('z')", "(1, 'a') < (1, 2)"):
    try:
        exec(bad)
    except Exception as error:
        print(bad, "->", type(error).__name__, error)
