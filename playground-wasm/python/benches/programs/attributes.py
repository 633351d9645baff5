class Point:
    kind = "point"

    def __init__(self, x, y):
        self.x = x
        self.y = y

    @property
    def sum(self):
        return self.x + self.y


p = Point(1, 2)
total = 0
for i in range(120_000):
    p.x = i
    total += p.x + p.y + p.sum + len(p.kind)
print(total)
