def inner():
    got = yield "a"
    print("inner got", got)
    yield "b"
    return "inner result"


def outer():
    result = yield from inner()
    print("outer got", result)
    yield from "xy"
    yield from range(2)


gen = outer()
print(next(gen))
print(gen.send("hello"))
print(list(gen))


def tree(node):
    if node:
        left, value, right = node
        yield from tree(left)
        yield value
        yield from tree(right)


print(list(tree(((None, 1, None), 2, (None, 3, (None, 4, None))))))


def failing():
    try:
        yield from iter([1, 2])
    except KeyError as error:
        print("handled", error)
        yield "recovered"


f = failing()
print(next(f), f.throw(KeyError("k")))
