from contextlib import AbstractContextManager, ContextDecorator, ExitStack, contextmanager, suppress


class Step(ContextDecorator):
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("->", self.name)
        return self

    def __exit__(self, kind, value, tb):
        print("<-", self.name, kind.__name__ if kind else "ok")


@Step("decorated")
def work(n):
    print("working", n)
    return n * 2


print(work(3))
with ExitStack() as stack:
    for name in "ab":
        stack.enter_context(Step(name))
    stack.push(lambda *details: print("pushed", details[0]) or True)
    raise ValueError("swallowed by the pushed exit")
print("still here")


@contextmanager
def numbered(start):
    try:
        yield iter(range(start, 10))
    except StopIteration:
        print("exhausted")
    else:
        print("clean")


with numbered(8) as numbers:
    print(next(numbers), next(numbers))
with numbered(8) as numbers:
    list(numbers), next(numbers)
with ExitStack() as stack:
    kept = stack.pop_all()
    stack.callback(print, "outer callback")
kept.close()


@contextmanager
def broken():
    if False:
        yield


with suppress(RuntimeError):
    with broken():
        pass
with broken():
    pass
