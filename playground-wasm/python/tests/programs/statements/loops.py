for i in range(3):
    for j in range(3):
        if j == i:
            continue
        if j > 1:
            break
        print(i, j)
    else:
        print("inner finished for", i)

n = 10
while n > 0:
    n -= 3
    if n == 1:
        print("one")
        break
else:
    print("no break")

while n < 3:
    n += 1
else:
    print("loop ended at", n)

for i in range(0):
    pass
else:
    print("empty loops run else")
print(i)
for letter in "abc":
    letter = letter * 2
print(letter)
