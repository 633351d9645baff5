first, *rest, last = "relationship"
print(first, rest, last)
(a, b), [c, *d] = (1, 2), (3, 4, 5)
print(a, b, c, d, [*rest[:2], *{"k": 1}], {**{"x": 1}, "y": 2}, (*"ab",))
for i, (k, v) in enumerate({"p": (1, 2)}.items()):
    print(i, k, v)
x = y = []
x.append(1)
print(y, x is y)
i = 0
values = [10, 20]
i, values[i] = 1, 99
print(i, values)
a, b = b, a
print(a, b)
(n := 5)
print(n, [m := n * 2, m + 1])
a, b, c = "xy"
