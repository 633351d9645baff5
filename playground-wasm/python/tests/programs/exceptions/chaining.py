def load(text):
    try:
        return int(text)
    except ValueError as error:
        raise RuntimeError("cannot load") from error


def careless(text):
    try:
        return int(text)
    except ValueError:
        return undefined_name


def silent(text):
    try:
        return int(text)
    except ValueError:
        raise RuntimeError("hidden") from None


for func in (load, careless, silent):
    try:
        func("x")
    except Exception as error:
        print(repr(error), "|", repr(error.__cause__), "|", repr(error.__context__), error.__suppress_context__)
load("abc")
