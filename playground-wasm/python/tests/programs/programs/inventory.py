from collections import defaultdict
from dataclasses import dataclass, field


@dataclass(order=True)
class Product:
    sort_key: tuple = field(init=False, repr=False)
    name: str
    price: float
    quantity: int = 0
    tags: set[str] = field(default_factory=set, repr=False)

    def __post_init__(self):
        self.sort_key = (-self.price, self.name)

    @property
    def value(self):
        return self.price * self.quantity


class Inventory:
    def __init__(self, products=()):
        self._products = {p.name: p for p in products}

    def __getitem__(self, name):
        try:
            return self._products[name]
        except KeyError:
            raise LookupError(f"no product called {name!r}") from None

    def __iter__(self):
        return iter(sorted(self._products.values()))

    def __len__(self):
        return len(self._products)

    def by_tag(self):
        index = defaultdict(list)
        for product in self:
            for tag in sorted(product.tags):
                index[tag].append(product.name)
        return dict(index)

    def report(self):
        for p in self:
            yield f"{p.name:.<12}{p.price:>8,.2f} x {p.quantity:<3} = {p.value:>10,.2f}"
        yield "=" * 37
        yield f"{'total':.<12}{sum(p.value for p in self):>25,.2f}"


shop = Inventory([
    Product("lamp", 49.9, 3, {"home", "light"}),
    Product("desk", 1200, 2, {"home"}),
    Product("bulb", 2.5, 100, {"light"}),
])
print(*shop.report(), sep="\n")
print(shop.by_tag(), len(shop), shop["lamp"])
shop["sofa"]
