def collect(item, into=[]):
    into.append(item)
    return into


print(collect(1))
print(collect(2))
print(collect(3, []))
print(collect.__defaults__)


def fresh(item, into=None):
    if into is None:
        into = []
    into.append(item)
    return into


print(fresh(1), fresh(2))
n = 1


def late(value=n):
    return value, n


n = 2
print(late())
