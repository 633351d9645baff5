def tick():
    print("tick")
    return 5


def f(x=tick(), *, y=tick()):
    return x + y


print("defined", f(), f(1), f(y=0))
x = 10


class A:
    x = 20

    def method(self, value=x):
        return value, x


print(A().method())
f.__defaults__ = (100,)
print(f())
f.__kwdefaults__ = None
f()
