class Card:
    def __init__(self, rank, suit):
        self.rank, self.suit = rank, suit

    def __eq__(self, other):
        if not isinstance(other, Card):
            return NotImplemented
        return (self.rank, self.suit) == (other.rank, other.suit)

    def __hash__(self):
        return hash((self.rank, self.suit))


class Unhashable:
    def __eq__(self, other):
        return True


a, b = Card(1, "s"), Card(1, "s")
print(a == b, a is b, {a: 1}[b], len({a, b}), a in [b], [a].index(b), a == 1, a != b)
print(Unhashable() == 5, 5 == Unhashable(), Unhashable() != 5, Unhashable.__hash__)
try:
    {Unhashable()}
except TypeError as error:
    print(error)


class Loud:
    def __eq__(self, other):
        print("eq", other)
        return False

    def __ne__(self, other):
        print("ne", other)
        return True


loud = Loud()
print(loud in [loud], loud in [1, 2], [loud] == [loud], loud != 3, (loud, 1) == (loud, 1))
print(1 == 1.0 == True, "1" == 1, None == 0, [] == (), {1: 2} == {1.0: 2.0}, {1, 2} == frozenset([2, 1]))
