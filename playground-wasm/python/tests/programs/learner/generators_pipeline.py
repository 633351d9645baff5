def read(rows):
    try:
        for row in rows:
            sent = yield row
            if sent:
                print("sent", sent)
    except GeneratorExit:
        print("closing")
        raise
    finally:
        print("finally")
    return "never"


def batch(source, size):
    group = []
    for row in source:
        group.append(row)
        if len(group) == size:
            yield tuple(group)
            group.clear()
    if group:
        yield tuple(group)


print(list(batch(read(range(5)), 2)))
g = read("abc")
print(next(g), g.send("hi"), g.__name__)
g.close()
print(next(g, "done"), list(g))
g = read("x")
g.send(5)
