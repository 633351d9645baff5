def find(items, wanted):
    for i, item in enumerate(items):
        if item == wanted:
            break
    else:
        return None
    return i


print(find("abc", "b"), find("abc", "z"))
n = 0
while True:
    n += 1
    if n % 2:
        continue
    if n > 6:
        break
else:
    print("never")
print(n, [i for i in range(10) if i % 2 if i > 3], [(x, y) for x in "ab" for y in range(2)], any(x > 3 for x in range(5)))
for x in range(3):
    pass
print(x, sum(range(1, 101)), list(range(10, 0, -3)), list(enumerate("ab", 1)), list(zip(*[(1, 2), (3, 4)])))
while n:
    n -= 1
print(m)
