class Parent:
    def __init__(self):
        self.children = []

    def add(self, child):
        if child not in self.children:
            self.children.append(child)
            child.parent = self


class Child:
    _parent = None

    @property
    def parent(self):
        return self._parent

    @parent.setter
    def parent(self, value):
        if self._parent is value:
            return
        if self._parent is not None:
            self._parent.children.remove(self)
        self._parent = value
        if value is not None:
            value.add(self)


a, b, c = Parent(), Parent(), Child()
a.add(c)
print(c.parent is a, len(a.children))
c.parent = b
print(a.children, len(b.children), c.parent is b)
c.parent = None
print(b.children)
c.paernt
