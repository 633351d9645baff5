class Basket:
    def __init__(self, *items):
        self.items = items

    def __len__(self):
        return len(self.items)


class Always:
    pass


print(bool(Basket()), bool(Basket(1)), bool(Always()), not Basket(), Basket() or "empty", Basket(1) and "full")
for value in (0, 0.0, "", [], {}, (), set(), None, False, range(0), b"", 1, " ", [0], {0: 0}, "False"):
    print(repr(value), bool(value), end="; ")
print()
if Basket():
    print("never")
while Basket(1):
    break
print([x for x in ("", "a", None, 0, [1]) if x], any([Basket()]), all([Basket(1), Always()]))
