class Counter:
    instances = 0

    def __new__(cls, *args, **kwargs):
        cls.instances += 1
        return object.__new__(cls)

    def __init__(self, value=0):
        self.value = value

    def __iadd__(self, n):
        return Counter(self.value + n)

    def __del__(self):
        print("deleted", self.value)


c = Counter(1)
d = c
c += 5
print(c.value, d.value, Counter.instances)
del d
print("after del")
c = None
print("after None")


def scope():
    inside = Counter(7)
    print("in scope")


scope()
[Counter(8)]
print("end")
object.__new__(Counter, 1) if False else None
object(1)
