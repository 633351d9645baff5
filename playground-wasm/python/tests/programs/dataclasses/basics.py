from dataclasses import dataclass, field


@dataclass
class Item:
    name: str
    price: float = 1.5
    tags: list = field(default_factory=list)

    def total(self, n):
        return self.price * n


a, b = Item("pen"), Item("pen", 1.5, [])
print(a, a == b, a is b, a.total(3), a != Item("cup"))
a.tags.append("x")
print(a, b, Item.__doc__, a.__dict__)
print(Item("x", tags=["t"]), Item.__match_args__, Item.price)
try:
    hash(a)
except TypeError as error:
    print(error)
match a:
    case Item(name, price):
        print(name, price)
Item()
