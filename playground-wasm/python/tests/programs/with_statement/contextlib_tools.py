from contextlib import ExitStack, closing, contextmanager, nullcontext, suppress


@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name
    except ValueError as error:
        print("caught", error)
    finally:
        print(f"</{name}>")


with tag("p") as p:
    print("text in", p)
with tag("b"):
    raise ValueError("oops")
with suppress(KeyError, IndexError):
    {}["x"]
    print("never")
with ExitStack() as stack:
    names = [stack.enter_context(tag(n)) for n in "xy"]
    stack.callback(print, "called back")
    print(names)
with nullcontext(5) as n:
    print(n)


class Door:
    def close(self):
        print("closed")


with closing(Door()):
    print("open")


@tag("deco")
def decorated():
    print("decorated")


decorated()
with tag("last"):
    raise TypeError("not caught")
