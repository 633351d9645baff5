def attempt(action):
    try:
        value = action()
    except ZeroDivisionError as error:
        print("zero:", error)
    except (KeyError, IndexError) as error:
        print("lookup:", type(error).__name__, error)
    except Exception as error:
        print("other:", repr(error))
    else:
        print("fine:", value)
    finally:
        print("--")


attempt(lambda: 1)
attempt(lambda: 1 / 0)
attempt(lambda: {}["k"])
attempt(lambda: [][3])
attempt(lambda: int("x"))
attempt(lambda: None.nothing)


def returns():
    try:
        return "try"
    finally:
        print("cleaning")


def overrides():
    try:
        raise ValueError
    finally:
        return "finally wins"


def loop():
    for n in range(3):
        try:
            if n == 1:
                continue
            if n == 2:
                break
        finally:
            print("finally", n)
    return "end"


print(returns(), overrides(), loop())
try:
    raise KeyError("gone")
except KeyError as error:
    kept = error
try:
    error
except NameError as problem:
    print(problem)
print(repr(kept), kept.args)
