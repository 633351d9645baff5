from contextlib import contextmanager


class Session:
    def __init__(self):
        self.new, self.log = [], []

    def __enter__(self):
        self.log.append("begin")
        return self

    def __exit__(self, kind, error, tb):
        self.log.append("rollback" if kind else "commit")
        return False

    def add(self, x):
        self.new.append(x)


@contextmanager
def scope():
    s = Session()
    try:
        with s:
            yield s
    finally:
        print(s.log)


with scope() as s:
    s.add(1)
with scope() as s:
    raise ValueError("no") from KeyError("k")
