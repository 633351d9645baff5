def a():
    for i in range(3):
        try:
            return i
        finally:
            if i < 2:
                continue


def b():
    try:
        raise ValueError("lost")
    finally:
        return "b"


def c():
    while True:
        try:
            1 / 0
        finally:
            break
    return "c"


def d():
    try:
        raise ValueError("first")
    finally:
        raise KeyError("second")


print(a(), b(), c())
d()
