from contextlib import contextmanager


class Transaction:
    depth = 0

    def __init__(self, store):
        self.store = store

    def __enter__(self):
        self.saved = dict(self.store)
        Transaction.depth += 1
        print("  " * Transaction.depth + "begin")
        return self.store

    def __exit__(self, kind, error, tb):
        if kind:
            self.store.clear()
            self.store.update(self.saved)
        print("  " * Transaction.depth + ("rollback " + kind.__name__ if kind else "commit"))
        Transaction.depth -= 1
        return kind is not None and issubclass(kind, LookupError)


@contextmanager
def swapped(store, key, value):
    old = store.get(key)
    store[key] = value
    try:
        yield old
    finally:
        store[key] = old


data = {"a": 1}
with Transaction(data) as d:
    d["b"] = 2
    with Transaction(data) as inner:
        inner["c"] = 3
        inner["missing"]
    print("   ", data)
with swapped(data, "a", 100) as old:
    print(old, data)
print(data)
with Transaction(data):
    with swapped(data, "a", 5):
        raise ValueError("out")
