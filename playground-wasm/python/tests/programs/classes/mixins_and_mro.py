class Json:
    def dump(self):
        return "{" + ", ".join(f"{k}: {v!r}" for k, v in vars(self).items()) + "}"


class Logged:
    def __setattr__(self, name, value):
        print(f"{type(self).__name__}.{name} = {value!r}")
        super().__setattr__(name, value)


class Clamped:
    def __setattr__(self, name, value):
        super().__setattr__(name, max(0, min(value, 10)))


class Gauge(Logged, Clamped, Json):
    def __init__(self, level):
        self.level = level


g = Gauge(50)
g.level = -3
print(g.level, g.dump(), [c.__name__ for c in Gauge.__mro__])
class A: pass
class B(A): pass
class C(A): pass
class D(B, C): pass
class E(C, B): pass
try:
    class F(D, E): pass
except TypeError as error:
    print(error)
try:
    class G(A, A): pass
except TypeError as error:
    print(error)
class H(5): pass
