def add(a, b=1, *, c=2):
    return a + b + c


def pass_on(*args, **kwargs):
    return add(*args, **kwargs)


total = 0
for i in range(60_000):
    total += add(i) + add(i, 3) + add(i, b=4, c=5)
    total += pass_on(i, c=1)
print(total)
