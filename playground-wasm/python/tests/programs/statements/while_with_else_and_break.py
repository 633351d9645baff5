def find(values, wanted):
    i = 0
    while i < len(values):
        if values[i] == wanted:
            print("found at", i)
            break
        i += 1
    else:
        print("not found")


find([1, 2, 3], 2)
find([], 1)
n = 27
steps = 0
while True:
    steps += 1
    n = n // 2 if n % 2 == 0 else 3 * n + 1
    if n == 1:
        break
print(steps)
