def args(*a, **k):
    return a, k


first = [1, 2]
second = {"x": 1}
print(args(*first, *"ab", **second, y=2), [*first, *first], {**second, "z": 3}, (*first, 0), {*first, 2})
print(args(*[], **{}), max(*first), [*range(3), *{"k": 1}], args(*(i for i in range(2))))
for a, *b in [(1, 2, 3), "xyz", [9]]:
    print(a, b)
(a, (b, *c)), d = (1, (2, 3, 4)), 5
print(a, b, c, d)
print(*[1, 2], *"ab", sep="/")
try:
    args(**{1: 2})
except TypeError as error:
    print(error)
try:
    args(**{"a": 1}, **{"a": 2})
except TypeError as error:
    print(error)
[*5]
