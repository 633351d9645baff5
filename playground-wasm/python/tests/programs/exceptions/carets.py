import traceback


def show(text):
    try:
        exec(compile(text, "typed", "exec"), {})
    except Exception:
        traceback.print_exc()


class Thing:
    pass


def nested(data):
    return data["a"]["b"][2]


def call(f):
    return f(1)(2) + f(3)


def arithmetic(x):
    return 10 + 20 * (x / 0) - 5


def attribute(thing):
    value = thing.first.second
    return value


for action in (
    lambda: nested({"a": {"b": None}}),
    lambda: call(lambda x: x),
    lambda: arithmetic(1),
    lambda: attribute(Thing()),
):
    try:
        action()
    except Exception:
        traceback.print_exc(file=__import__("sys").stdout)
