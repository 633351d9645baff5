class Caterpillar:
    def __init__(self):
        self.legs = 16

    def move(self):
        return "crawls"


class Butterfly:
    def move(self):
        return "flies"


x = Caterpillar()
print(x.move())
x.__class__ = Butterfly
print(x.move(), x.legs, type(x).__name__, isinstance(x, Caterpillar))
x.__class__ = int
