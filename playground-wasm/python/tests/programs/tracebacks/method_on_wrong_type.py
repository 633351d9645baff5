def total(order):
    return sum(item.price for item in order["items"])


class Item:
    def __init__(self, price):
        self.price = price


print(total({"items": [Item(2), Item(3)]}))
print(total({"items": [Item(2), 5]}))
