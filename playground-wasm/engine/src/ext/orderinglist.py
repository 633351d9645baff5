"""A list that keeps an attribute of its members equal to their positions."""

def ordering_list(attr, count_from=None, ordering_func=None, reorder_on_append=False):
    """A collection class for relationship(): positions are kept in the attribute `attr`."""
    if ordering_func is None:
        ordering_func = count_from_n_factory(count_from or 0)
    return lambda: OrderingList(attr, ordering_func=ordering_func, reorder_on_append=reorder_on_append)


def count_from_0(index, collection):
    return index


def count_from_1(index, collection):
    return index + 1


def count_from_n_factory(start):
    def f(index, collection):
        return index + start

    f.__name__ = f"count_from_{start}"
    return f


class OrderingList(list):
    def __init__(self, ordering_attr=None, ordering_func=None, reorder_on_append=False):
        self.ordering_attr = ordering_attr
        self.ordering_func = ordering_func or count_from_0
        self.reorder_on_append = reorder_on_append

    def _position(self, index, entity, always=True):
        current = getattr(entity, self.ordering_attr)
        if current is not None and not always:
            return
        wanted = self.ordering_func(index, self)
        if current != wanted:
            setattr(entity, self.ordering_attr, wanted)

    def reorder(self):
        for index, entity in enumerate(self):
            self._position(index, entity)

    _reorder = reorder

    def append(self, entity):
        super().append(entity)
        self._position(len(self) - 1, entity, self.reorder_on_append)

    def insert(self, index, entity):
        super().insert(index, entity)
        self.reorder()

    def remove(self, entity):
        super().remove(entity)
        self.reorder()

    def pop(self, index=-1):
        entity = super().pop(index)
        self.reorder()
        return entity

    def __setitem__(self, index, entity):
        if isinstance(index, slice):
            super().__setitem__(index, entity)
            self.reorder()
        else:
            self._position(index, entity)
            super().__setitem__(index, entity)

    def __delitem__(self, index):
        super().__delitem__(index)
        self.reorder()
