s = "abcdefgh"
print(s[0], s[-1], s[2:5], s[:3], s[5:], s[:], s[::2], s[::-1], s[-3:], s[:-3], s[1:-1:2])
print(s[10:], s[5:2], s[-100:2], s[2:100], s[6:2:-2], s[:3:-1])
sl = slice(1, None, 3)
print(s[sl], sl, sl.indices(8), slice(5), slice(None, None, -1).indices(4))
numbers = list(range(10))
print(numbers[2:8:3], numbers[::-3], (1, 2, 3)[1:], range(10)[2:5], range(10)[::-2], b"abc"[1:], b"abc"[1])
try:
    s[20]
except IndexError as error:
    print(error)
try:
    s[::0]
except ValueError as error:
    print(error)
try:
    s["a"]
except TypeError as error:
    print(error)
s[0] = "x"
