class Resource:
    def __init__(self, name, fail=None):
        self.name, self.fail = name, fail
        print("open", name)
        if fail == "open":
            raise OSError(f"cannot open {name}")

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        print("close", self.name, exc[0].__name__ if exc[0] else None)
        if self.fail == "close":
            raise RuntimeError(f"cannot close {self.name}")


def run(*plans):
    try:
        with Resource(*plans[0]) as a:
            with Resource(*plans[1]) as b:
                print("using", a.name, b.name)
                if len(plans) > 2:
                    raise plans[2]
    except Exception as error:
        print("caught", repr(error), "after", repr(error.__context__))
    finally:
        print("end")


run(("a",), ("b",))
run(("a",), ("b", "open"))
run(("a",), ("b", "close"))
run(("a",), ("b", "close"), ValueError("work"))
run(("a", "close"), ("b",), ValueError("work"))
with Resource("last", "close"):
    raise KeyError("k")
