from abc import ABC, abstractmethod
from typing import Protocol, runtime_checkable


class Repository(ABC):
    @abstractmethod
    def add(self, x): ...

    @abstractmethod
    def get(self, id): ...

    def all(self):
        return list(self)


class Memory(Repository):
    def __init__(self):
        self.items = {}

    def add(self, x):
        self.items[len(self.items)] = x

    def get(self, id):
        return self.items[id]

    def __iter__(self):
        return iter(self.items.values())


@runtime_checkable
class HasGet(Protocol):
    def get(self, id): ...


r = Memory()
r.add("x")
print(r.all(), r.get(0), isinstance(r, Repository), isinstance(r, HasGet), isinstance({}, HasGet), isinstance(1, HasGet))
Repository()
