from dataclasses import astuple, dataclass, field


@dataclass(order=True, frozen=True)
class Card:
    rank: int
    suit: str = field(compare=False)


@dataclass(unsafe_hash=True)
class Key:
    a: int
    b: str = field(hash=False, default="")


cards = [Card(3, "h"), Card(1, "s"), Card(3, "d")]
print(sorted(cards), max(cards), Card(3, "h") == Card(3, "x"), len(set(cards)), Card(1, "a") < Card(2, "a"), Card(1, "a") <= Card(1, "z"))
print(hash(Key(1, "x")) == hash(Key(1, "y")), {Key(1): "k"}[Key(1)], Key(1) == Key(1, "b"))


@dataclass
class Custom:
    x: int

    def __repr__(self):
        return "own repr"

    def __eq__(self, other):
        return True


print(Custom(1), Custom(1) == 5, astuple(Custom(3)))
Card(1, "a") < 5
