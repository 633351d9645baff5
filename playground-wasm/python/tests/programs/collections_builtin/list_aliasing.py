a = [1, 2, 3]
b = a
c = a[:]
d = list(a)
b.append(4)
print(a, c, d, a is b, a is c, a == c + [4])


def change(items):
    items.append("changed")
    items = ["rebound"]
    items.append("local")
    return items


print(change(a), a)
grid = [[]] * 3
grid[0].append(1)
print(grid, [x is grid[0] for x in grid])
x = y = []
x += [1]
y = y + [2]
print(x, y)
t = ([], 1)
t[0].append("in a tuple")
print(t)
e = [1, 2, 3, 4, 5, 6]
for item in e:
    if item % 2 == 0:
        e.remove(item)
print(e)
for item in e[:]:
    e.append(item * 10)
print(e, [e.pop() for _ in range(2)], e)
nested = [a, a]
nested[0][0] = "shared"
print(nested, a[0])
