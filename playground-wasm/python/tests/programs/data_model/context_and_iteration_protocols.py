class Table:
    def __init__(self, **rows):
        self.rows = rows

    def __getattr__(self, name):
        try:
            return self.rows[name]
        except KeyError:
            raise AttributeError(f"no row {name!r}") from None

    def __iter__(self):
        yield from self.rows

    def __contains__(self, key):
        return key in self.rows

    def __eq__(self, other):
        return self.rows == other

    def keys(self):
        return self.rows.keys()

    def __getitem__(self, key):
        return self.rows[key]


t = Table(a=1, b=[2])
print(t.a, t.b, list(t), "a" in t, "z" in t, {**t}, dict(t), t == {"a": 1, "b": [2]}, [*t], hasattr(t, "c"), getattr(t, "c", 0))


def f(**kw):
    return kw


print(f(**t))
t.c
