from collections import Counter, OrderedDict, defaultdict, deque, namedtuple

d = deque(range(5), maxlen=3)
d.append(9)
print(d, d.maxlen, list(d), d == deque([3, 4, 9]), d[1], len(d))
d2 = deque("abc")
d2.insert(1, "x")
d2.remove("c")
d2.reverse()
print(d2, d2 + deque("z"), d2 * 2, d2.copy() == d2, bool(deque()), "a" in d2)
od = OrderedDict([("b", 1), ("a", 2)])
od["c"] = 3
od.move_to_end("b", last=False)
print(od, list(od.items()), reversed(od) is not None, od.pop("a"), od)
dd = defaultdict(lambda: "?", a=1)
print(dd["a"], dd["z"], dd, dd.pop("z"), dict(dd), dd.copy()["q"])
c = Counter(a=1) + Counter(b=2)
c["c"] -= 1
print(c, -c, sorted(c.elements()), c.most_common()[:-2:-1], Counter("ab") <= Counter("aab"))
E = namedtuple("E", "a b c", defaults=(2, 3))
print(E(1), E._field_defaults, E(1) + (4,), E(1)[1:], E(*"xyz")._asdict(), [e.a for e in sorted([E(2), E(1)])])
deque([1]).remove(5)
