class A:
    def __len__(self):
        return 3


a = A()
a.__len__ = lambda: 99
print(len(a), a.__len__(), A.__len__(a))
A.__bool__ = lambda self: False
print(bool(a), not a)
A.__getitem__ = lambda self, i: i * 2 if i < 3 else (_ for _ in ()).throw(IndexError(i))
print(a[5 - 4], list(a), 4 in a)
A.__repr__ = lambda self: "patched"
print(a, [a], f"{a!r:>10}")
A.__call__ = lambda self, *args: args
print(a(1, 2))
A.__add__ = lambda self, other: "sum"
print(a + 1)
del A.__len__
len(a)
