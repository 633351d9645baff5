x = "global"


class A:
    x = "class"
    y = [x for _ in range(1)]
    z = [i for i in x]

    def f(self):
        return x

    @staticmethod
    def g():
        global counter
        counter = 1
        return __class__


def outer():
    def inner():
        print(local)
    local = "set later"
    inner()
    del local
    inner()


print(A.y, A.z, A().f(), A.g(), counter)
print([x for x in range(3)], x, (lambda x=x: x)(), [lambda: i for i in range(2)][0]())
outer()
