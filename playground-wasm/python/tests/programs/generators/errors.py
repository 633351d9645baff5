def boom():
    yield 1
    raise ValueError("inside")


def stop():
    yield 1
    raise StopIteration("not allowed")


g = boom()
print(next(g))
try:
    next(g)
except ValueError as error:
    print(error)
print(list(g))
try:
    list(stop())
except RuntimeError as error:
    print(error, repr(error.__cause__))


def again():
    yield next(me)


me = again()
try:
    next(me)
except ValueError as error:
    print(error)
next(boom.__wrapped__ if hasattr(boom, "__wrapped__") else (x for x in boom() if x > 5))
