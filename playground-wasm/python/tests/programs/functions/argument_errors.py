def none():
    pass


def two(a, b):
    pass


def many(a, b, c, *, d, e):
    pass


def defaults(a, b=1):
    pass


def positional(a, /, b):
    pass


class C:
    def method(self, x):
        pass


for call in (
    "none(1)", "none(1, 2)", "none(x=1)", "two()", "two(1)", "two(1, 2, 3)", "two(1, a=2)",
    "two(1, b=2, c=3)", "many()", "many(1, 2, 3)", "many(1, 2, 3, d=1)", "many(1, 2, 3, 4)",
    "defaults()", "defaults(1, 2, 3)", "positional(a=1, b=2)", "positional(1)",
    "C().method()", "C().method(1, 2)", "C.method()", "C(1)", "len()", "len(1, 2)", "len(x=1)",
    "(lambda x: x)()", "two(*1)", "two(**1)",
):
    try:
        print(call, eval(call))
    except TypeError as error:
        print(f"{call}: {error}")
