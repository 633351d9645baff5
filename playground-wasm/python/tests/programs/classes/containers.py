class Deck:
    def __init__(self, cards=()):
        self._cards = dict(enumerate(cards))

    def __len__(self):
        return len(self._cards)

    def __getitem__(self, key):
        print("get", key)
        return self._cards[key]

    def __setitem__(self, key, value):
        print("set", key, value)
        self._cards[key] = value

    def __delitem__(self, key):
        print("del", key)
        del self._cards[key]

    def __contains__(self, card):
        print("contains", card)
        return card in self._cards.values()

    def __iter__(self):
        print("iter")
        return iter(self._cards.values())

    def __reversed__(self):
        return ["backwards"]


deck = Deck("abc")
print(len(deck), deck[1], "b" in deck, "z" not in deck)
deck[5] = "x"
del deck[0]
print(list(deck), [*deck], sorted(deck, reverse=True), reversed(deck))
deck[1] += "!"
print(bool(Deck()), bool(deck))
deck[1:2:3, ...] = 4
x, y, *z = deck
print(x, y, z)
deck["nothing"]
