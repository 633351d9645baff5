people = [("bob", 25), ("ann", 30), ("cid", 25), ("dan", 30)]
print(sorted(people), sorted(people, key=lambda p: p[1]), sorted(people, key=lambda p: (-p[1], p[0])))
print(sorted(people, key=lambda p: p[1], reverse=True))
words = ["banana", "Apple", "cherry", "apple"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len), sorted(words, key=lambda w: w[-1]))
from functools import cmp_to_key
from operator import attrgetter, itemgetter
print(sorted(people, key=itemgetter(1, 0)), sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))
print(min(people, key=itemgetter(1)), max(words, key=len), min([], default="none"), max("a", "bb", key=len))
print(sorted({"b": 1, "a": 2}), sorted({"b": 1, "a": 2}.items(), key=itemgetter(1)), sorted("hello", reverse=True))


class Item:
    def __init__(self, name, rank):
        self.name, self.rank = name, rank

    def __lt__(self, other):
        return self.rank < other.rank

    def __repr__(self):
        return self.name


items = [Item("x", 3), Item("y", 1), Item("z", 2)]
print(sorted(items), max(items), sorted(items, key=attrgetter("name"), reverse=True))
numbers = [5, 3, 8]
print(numbers.sort(), numbers, list(reversed(numbers)), numbers[::-1], sorted([True, 0, 2.5, -1]))
sorted([1, "a"])
