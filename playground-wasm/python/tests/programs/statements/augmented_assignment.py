n = 10
n += 5
n -= 1
n *= 2
n //= 3
n **= 2
n %= 50
print(n)
n <<= 3
n |= 1
n ^= 0b1010
n &= 0xFF
n >>= 1
print(n)
x = 7
x /= 2
print(x)
items = alias = [1]
items += (2, 3)
print(alias)
items = items + [4]
print(alias, items)
text = "a"
text += "b" * 3
print(text)
grid = {"k": [1, 2]}
grid["k"][0] += 10
grid["k"] *= 2
print(grid)
point = (1, [2])
try:
    point[1] += [3]
except TypeError as error:
    print(error)
print(point)
