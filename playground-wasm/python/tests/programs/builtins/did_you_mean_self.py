class Counter:
    def __init__(self):
        self.total = 0

    def add(self):
        total += 1


class Shape:
    def __init__(self):
        self.blech = 1

    def area(self):
        return blech


Shape().area()
