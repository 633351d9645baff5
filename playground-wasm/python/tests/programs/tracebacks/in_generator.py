def numbers():
    for text in ("1", "two"):
        yield int(text)


def total():
    return sum(n for n in numbers())


total()
