import functools


@functools.total_ordering
class Version:
    def __init__(self, text):
        self.parts = tuple(int(part) for part in text.split("."))

    def __eq__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts == other.parts

    def __lt__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts < other.parts

    def __hash__(self):
        return hash(self.parts)

    def __repr__(self):
        return "v" + ".".join(map(str, self.parts))


versions = [Version(t) for t in "1.10 1.2 2.0 1.2".split()]
print(sorted(versions), max(versions), versions[1] == versions[3], len(set(versions)))
print(versions[0] >= versions[1], versions[0] <= versions[1], versions[0] != versions[1])
print(versions[0] == "1.10", versions[0] != "1.10", versions.index(Version("2.0")))


class Plain:
    pass


a, b = Plain(), Plain()
print(a == b, a == a, a != b, a in [b, a])
versions[0] < 3
