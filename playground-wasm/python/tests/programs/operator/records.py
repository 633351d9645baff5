from itertools import groupby
from operator import attrgetter, itemgetter, methodcaller


class Person:
    def __init__(self, name, town, age):
        self.name, self.town, self.age = name, town, age

    def __repr__(self):
        return self.name

    def older(self, years=1):
        return self.age + years


people = [Person("ann", "Rome", 30), Person("bob", "Oslo", 25), Person("cid", "Rome", 20), Person("dan", "Oslo", 25)]
by_town = sorted(people, key=attrgetter("town", "age"))
print(by_town, sorted(people, key=attrgetter("age"), reverse=True), min(people, key=attrgetter("age")))
for town, group in groupby(by_town, key=attrgetter("town")):
    print(town, list(group))
print([methodcaller("older", years=5)(p) for p in people], list(map(methodcaller("older"), people[:2])), list(map(attrgetter("name.__class__.__name__"), people[:1])))
rows = [("x", 3, "c"), ("y", 1, "a")]
print(sorted(rows, key=itemgetter(2)), list(map(itemgetter(0, -1), rows)), itemgetter(slice(1, None))([1, 2, 3]), attrgetter("name", "age")(people[0]))
attrgetter("nothing")(people[0])
