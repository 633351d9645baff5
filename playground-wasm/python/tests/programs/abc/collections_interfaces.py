from abc import ABC, abstractmethod


class Repository(ABC):
    @classmethod
    @abstractmethod
    def open(cls, name): ...

    @staticmethod
    @abstractmethod
    def check(name): ...

    @abstractmethod
    def get(self, key):
        return f"default {key}"

    def get_or(self, key, other):
        try:
            return self.get(key)
        except KeyError:
            return other


class Memory(Repository):
    def __init__(self, data):
        self.data = data

    @classmethod
    def open(cls, name):
        return cls({name: 1})

    @staticmethod
    def check(name):
        return bool(name)

    def get(self, key):
        return self.data[key]


m = Memory.open("x")
print(m.get("x"), m.get_or("y", "none"), Memory.check(""), isinstance(m, Repository), Memory.__abstractmethods__, sorted(Repository.__abstractmethods__))


class Partial(Repository):
    def get(self, key):
        return super().get(key)


try:
    Partial()
except TypeError as error:
    print(error)
Partial.open = Partial.check = None
print(Repository.get(m, "k"))
Repository()
