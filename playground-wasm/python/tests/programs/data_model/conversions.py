class Number:
    def __int__(self):
        return 7

    def __float__(self):
        return 7.5

    def __index__(self):
        return 2

    def __bool__(self):
        return False

    def __str__(self):
        return "seven"

    def __bytes__(self):
        return b"7"

    def __round__(self, digits=None):
        return ("rounded", digits)

    def __trunc__(self):
        return 70

    def __floor__(self):
        return 71

    def __ceil__(self):
        return 72

    def __hash__(self):
        return 99

    def __format__(self, spec):
        return f"<{spec}>"


import math

n = Number()
print(int(n), float(n), "abc"[n], [10, 20, 30][n], range(5)[n:], bool(n), not n, str(n), bytes(n), hash(n), round(n), round(n, 1))
print(math.floor(n), math.ceil(n), math.trunc(n), hex(n), f"{n:x} {n}", [1] * n, "yes" if n else "no", math.sqrt(n), list(range(n)))


class Bad:
    def __bool__(self):
        return "yes"

    def __int__(self):
        return "x"

    def __hash__(self):
        return "h"

    def __index__(self):
        return 1.5


for text in ("bool(Bad())", "int(Bad())", "hash(Bad())", "[1][Bad()]", "float(Bad())", "int(object())", "float(object())", "len(object())"):
    try:
        print(eval(text))
    except TypeError as error:
        print(text, "->", error)
