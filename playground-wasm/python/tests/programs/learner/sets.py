a, b = {1, 2, 3}, {3, 4}
print(a | b, a & b, a - b, a ^ b, a < {1, 2, 3, 4}, a.isdisjoint({9}), 2 in a, len(a | b), {x % 2 for x in a})
a.add(9)
a.discard(100)
a.update([10], (11,))
print(a, a.pop() in range(20), frozenset(b), {frozenset([1]): "k"}, set("aa"), sorted(set("hello")), set() == set([]))
a &= {9, 10}
print(a, a >= {9}, a.issuperset([9]), a.union(b, [7]), {1, True, 1.0}, bool(set()))
{[1]: 2}
