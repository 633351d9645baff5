import copy
from dataclasses import dataclass, field, replace


@dataclass
class Tree:
    value: int
    children: list["Tree"] = field(default_factory=list)
    meta: dict = field(default_factory=dict)

    def total(self):
        return self.value + sum(child.total() for child in self.children)


t = Tree(1, [Tree(2, [Tree(3)]), Tree(4)], {"k": [1]})
s, d, r = copy.copy(t), copy.deepcopy(t), replace(t, value=100)
t.children[0].value = 20
t.meta["k"].append(2)
print(t.total(), s.total(), d.total(), r.total(), s.meta, d.meta, r.children is t.children)
print(t == s, t == d, copy.deepcopy(t) == t, d)


class Node:
    def __init__(self, name):
        self.name, self.links = name, []


a, b = Node("a"), Node("b")
a.links.append(b)
b.links.append(a)
c = copy.deepcopy(a)
print(c.links[0].links[0] is c, c is not a, c.links[0].name, copy.copy([a])[0] is a, copy.copy({1: a})[1] is a)
