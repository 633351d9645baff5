from dataclasses import dataclass


@dataclass
class Animal:
    name: str
    legs: int = 4


@dataclass
class Bird(Animal):
    legs: int = 2
    flies: bool = True


print(Bird("tit"), Animal("cat"), Bird("a") == Animal("a", 2))


class Plain(Bird):
    pass


print(Plain("x"), Bird.__init__.__annotations__)


@dataclass
class Bad(Animal):
    colour: str
