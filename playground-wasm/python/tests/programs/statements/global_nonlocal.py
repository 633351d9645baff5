count = 0


def bump():
    global count, fresh
    count += 1
    fresh = "made"


def outer():
    level = 1

    def inner():
        nonlocal level
        level += 1

        def innermost():
            nonlocal level
            level *= 10

        innermost()

    inner()
    return level


bump()
bump()
print(count, fresh, outer())


def broken():
    count += 1


broken()
