r = range(2, 20, 4)
print(r, list(r), len(r), r[1], r[-1], r[1:3], r[::-1], 10 in r, 11 in r, r.index(10), r.count(6), r.start, r.stop, r.step)
print(range(5) == range(0, 5), list(range(5, 0, -1)), list(range(0, -5, -2)), list(range(3, 3)), bool(range(0)), hash(range(3)) == hash(range(0, 3)), range(10**18)[10**17], len(range(0, 10**10, 3)))
print([*range(3)], sum(range(101)), max(range(3, 8)), sorted(range(3), reverse=True), list(reversed(range(4))), {*range(2)}, tuple(range(2)), min(range(5, 9)), 2.0 in range(3), "a" in range(3), type(iter(r)).__name__)
a, *b = range(4)
print(a, b)
for bad in ("range(1.0)", "range()", "range(1, 2, 0)", "range('a')", "range(5)[5]", "range(3).index(7)", "range(3) + [1]", "range(1)['a']"):
    try:
        eval(bad)
    except Exception as error:
        print(bad, "->", type(error).__name__, error)
r[0] = 1
