a, b = 1, 2
a, b = b, a
print(a, b)
(c, d), [e, f] = (1, 2), "xy"
print(c, d, e, f)
first, *middle, last = range(6)
print(first, middle, last)
*start, end = "hello"
print(start, end)
only, *rest = [1]
print(only, rest)
x = y = z = []
x.append(1)
print(x, y, z, y is z)
for index, (key, value) in enumerate({"a": 1, "b": 2}.items()):
    print(index, key, value)
row = [0] * 3
row[0], row[1:] = 9, [8, 7]
print(row)
print([*range(3), *"ab"], (*[1], 2), {*[1, 1]}, {**{"a": 1}, "b": 2, **{"a": 3}})
try:
    a, b = 1, 2, 3
except ValueError as error:
    print(error)
try:
    a, b, *c = [1]
except ValueError as error:
    print(error)
try:
    a, b = 5
except TypeError as error:
    print(error)
