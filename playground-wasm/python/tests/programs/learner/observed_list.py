class ObservedList(list):
    def __init__(self, owner, items=()):
        self.owner = owner
        super().__init__(items)

    def append(self, item):
        print("append", item)
        super().append(item)

    def __setitem__(self, key, value):
        print("set", key, value)
        super().__setitem__(key, value)

    def __delitem__(self, key):
        print("del", key)
        super().__delitem__(key)

    def __iadd__(self, other):
        for item in other:
            self.append(item)
        return self


l = ObservedList("me", [1, 2])
l.append(3)
l[0] = 9
l[1:2] = [7, 8]
del l[-1]
l += [5]
print(l, l == [9, 7, 8, 5], l.owner, isinstance(l, list), sorted(l), l + [1], type(l[:]))
l.extend([6])
print(l, l.index(8), l.pop(), 7 in l, l * 2, [*l], list(reversed(l)))
l.append()
