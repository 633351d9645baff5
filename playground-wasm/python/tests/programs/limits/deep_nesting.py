deep = []
for _ in range(200):
    deep = [deep]
print(len(repr(deep)), deep == deep, str(deep)[:5])
a = b = ()
for _ in range(50):
    a, b = (a,), (b,)
print(a == b, hash(a) == hash(b))
value = 0
for _ in range(100000):
    value = value * 3 + 1 & 0xFFFF
print(value)
print(sum(range(1000)), len("x" * 100000), [0] * 3)


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


print(depth(900))
try:
    depth(5000)
except RecursionError as error:
    print(type(error).__name__, str(error)[:32])


class Loop:
    def __repr__(self):
        return f"<{self!r}>"


try:
    repr(Loop())
except RecursionError as error:
    print("repr", type(error).__name__)
cycle = {}
cycle["self"] = cycle
print(cycle, [cycle])
nested = "(" * 50 + "1" + ")" * 50
print(eval(nested))
