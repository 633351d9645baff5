class A:
    def f(self):
        return "A.f"

    f2 = f
    g = lambda self, x: (self.f(), x)
    h = len
    k = staticmethod(len)


a = A()
print(a.f2(), a.g(1), a.h("abc") if False else A.h("abc"), a.k("abc"))
A.f = lambda self: "patched"
print(a.f(), a.f2(), a.g(2))
a.f = lambda: "instance"
print(a.f(), a.g(3))
del a.f, A.f
print(hasattr(a, "f"), a.f2())
B = A
print(B is A, B.__name__, type(a) is B)
A = None
print(B().f2(), A)
type(a).new = property(lambda self: "late property")
print(a.new, isinstance(a, B))
a.h()
