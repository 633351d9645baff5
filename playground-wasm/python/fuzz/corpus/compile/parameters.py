def f(a, /, *, b, **c): lambda *d, e=1: (yield)
@x.y[0]
class A(B, metaclass=C): x: int = 1
