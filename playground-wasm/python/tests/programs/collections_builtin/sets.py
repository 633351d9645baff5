a, b = {1, 2, 3}, {3, 4}
print(a | b, a & b, a - b, a ^ b, a | {9} > a, a <= {1, 2, 3}, a.issubset(b), a.isdisjoint({7}), {1, 2} < {1, 2, 3})
a.add(5)
a.discard(99)
a.remove(1)
a.update([7], (8,))
print(sorted(a), len(a), 2 in a, a == {8, 7, 5, 3, 2})
a -= {7}
a &= {2, 3, 8}
a |= {0}
a ^= {0, 1}
print(sorted(a), sorted(a.union([4]), reverse=True), sorted(a.intersection({2})), sorted(a.symmetric_difference([2, 5])))
print(set(), {1}, set("a"), frozenset([1]), frozenset(), {()}, set([1, 1, 1]), {True, 1, 1.0})
f = frozenset({1, 2})
print(hash(f) == hash(frozenset({2, 1})), {f: "key"}[frozenset((2, 1))], f | {3}, type(f | {3}), type({3} | f))
c = {x for x in range(5)}
c.difference_update({0, 1}, [2])
print(c, c.pop() in (3, 4), len(c), bool(set()), c.copy() == c)
words = "the cat the dog".split()
print(len(set(words)), sorted(set(words)), list(dict.fromkeys(words)))
for bad in ("{1}.remove(2)", "set().pop()", "{[]}", "{1} + {2}", "{1} | [2]", "frozenset().add(1)", "set(5)", "{1} < [1]", "{{1}}"):
    try:
        eval(bad)
    except Exception as error:
        print(bad, "->", type(error).__name__, error)
