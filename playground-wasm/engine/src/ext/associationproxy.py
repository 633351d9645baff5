"""Attributes of related objects, as if they were one's own."""

from sqlalchemy.orm import class_mapper


def association_proxy(target_collection, attr, **options):
    """A descriptor that shows the attribute `attr` of the members of `target_collection`."""
    return AssociationProxy(target_collection, attr, **options)


class _Annotation:
    def __init__(self, origin, item):
        self.__origin__ = origin
        self.__args__ = (item,)


class AssociationProxy:
    def __init__(
        self,
        target_collection,
        attr,
        *,
        creator=None,
        getset_factory=None,
        proxy_factory=None,
        proxy_bulk_set=None,
        info=None,
        cascade_scalar_deletes=False,
        create_on_none_assignment=False,
        attribute_options=None,
    ):
        self.target_collection = target_collection
        self.value_attr = attr
        self.creator = creator
        self.getset_factory = getset_factory
        self.proxy_factory = proxy_factory
        self.proxy_bulk_set = proxy_bulk_set
        self.info = info or {}
        self.cascade_scalar_deletes = cascade_scalar_deletes
        self.create_on_none_assignment = create_on_none_assignment
        self.key = f"_AssociationProxy_{target_collection}_{attr}"

    def __class_getitem__(cls, item):
        return _Annotation(cls, item)

    def __repr__(self):
        return f"AssociationProxy({self.target_collection!r}, {self.value_attr!r})"

    def __get__(self, instance, owner):
        if instance is None:
            return self.for_class(owner)
        return self.for_class(type(instance), instance).get(instance)

    def __set__(self, instance, values):
        self.for_class(type(instance), instance).set(instance, values)

    def __delete__(self, instance):
        self.for_class(type(instance), instance).delete(instance)

    def for_class(self, class_, obj=None):
        target = class_mapper(class_).get_property(self.target_collection).mapper
        if not target.has_property(self.value_attr):
            kind = AmbiguousAssociationProxyInstance
        elif self.value_attr in target.relationships:
            kind = ObjectAssociationProxyInstance
        else:
            kind = ColumnAssociationProxyInstance
        return kind(self, class_, target.class_, self.value_attr)


class AssociationProxyInstance:
    def __init__(self, parent, owning_class, target_class, value_attr):
        self.parent = parent
        self.owning_class = owning_class
        self.target_class = target_class
        self.value_attr = value_attr
        self.target_collection = parent.target_collection
        self.key = parent.key

    def __repr__(self):
        return f"{type(self).__name__}({self.parent!r})"

    def _uselist(self):
        return class_mapper(self.owning_class).get_property(self.target_collection).uselist

    @property
    def scalar(self):
        return not self._uselist()

    @property
    def attr(self):
        return getattr(self.owning_class, self.target_collection), getattr(self.target_class, self.value_attr)

    @property
    def local_attr(self):
        return getattr(self.owning_class, self.target_collection)

    @property
    def remote_attr(self):
        return getattr(self.target_class, self.value_attr)

    def _create(self, *values):
        return (self.parent.creator or self.target_class)(*values)

    def get(self, obj):
        if self.scalar:
            target = getattr(obj, self.target_collection)
            return None if target is None else getattr(target, self.value_attr)
        held = obj.__dict__.get(self.key)
        if held is not None and held._matches(obj):
            return held
        proxy = self._proxy(obj)
        obj.__dict__[self.key] = proxy
        return proxy

    def _proxy(self, obj):
        collection = getattr(obj, self.target_collection)
        if isinstance(collection, dict):
            return _AssociationDict(self, obj)
        if isinstance(collection, set):
            return _AssociationSet(self, obj)
        return _AssociationList(self, obj)

    def set(self, obj, values):
        if self.scalar:
            target = getattr(obj, self.target_collection)
            if target is None:
                if values is None and not self.parent.create_on_none_assignment:
                    return
                setattr(obj, self.target_collection, self._create(values))
            else:
                setattr(target, self.value_attr, values)
                if values is None and self.parent.cascade_scalar_deletes:
                    setattr(obj, self.target_collection, None)
        else:
            proxy = self.get(obj)
            if proxy is not values:
                proxy._bulk_replace(values)

    def delete(self, obj):
        if self.scalar:
            target = getattr(obj, self.target_collection)
            if target is not None:
                delattr(target, self.value_attr)
        delattr(obj, self.target_collection)


class ObjectAssociationProxyInstance(AssociationProxyInstance):
    pass


class ColumnAssociationProxyInstance(AssociationProxyInstance):
    pass


class AmbiguousAssociationProxyInstance(AssociationProxyInstance):
    pass


class _AssociationCollection:
    def __init__(self, instance, parent):
        self._instance = instance
        self._parent = parent

    @property
    def col(self):
        return getattr(self._parent, self._instance.target_collection)

    def _matches(self, parent):
        return self._parent is parent

    def _get(self, member):
        return getattr(member, self._instance.value_attr)

    def _set(self, member, value):
        setattr(member, self._instance.value_attr, value)

    def _create(self, *values):
        return self._instance._create(*values)

    def __len__(self):
        return len(self.col)

    def __bool__(self):
        return bool(self.col)

    def clear(self):
        self.col.clear()


class _AssociationList(_AssociationCollection):
    def __getitem__(self, index):
        if isinstance(index, slice):
            return [self._get(member) for member in self.col[index]]
        return self._get(self.col[index])

    def __setitem__(self, index, value):
        if not isinstance(index, slice):
            self._set(self.col[index], value)
            return
        positions = list(range(*index.indices(len(self))))
        if index.step is None or index.step == 1:
            start = index.indices(len(self))[0]
            for _ in positions:
                del self.col[start]
            for offset, item in enumerate(value):
                self.insert(start + offset, item)
        else:
            value = list(value)
            if len(value) != len(positions):
                raise ValueError(
                    f"attempt to assign sequence of size {len(value)} to extended slice of size {len(positions)}"
                )
            for position, item in zip(positions, value):
                self._set(self.col[position], item)

    def __delitem__(self, index):
        del self.col[index]

    def __contains__(self, value):
        return any(self._get(member) == value for member in self.col)

    def __iter__(self):
        for member in self.col:
            yield self._get(member)

    def append(self, value):
        self.col.append(self._create(value))

    def insert(self, index, value):
        self.col[index:index] = [self._create(value)]

    def extend(self, values):
        for value in values:
            self.append(value)

    def pop(self, index=-1):
        return self._get(self.col.pop(index))

    def remove(self, value):
        for index, held in enumerate(self):
            if held == value:
                del self.col[index]
                return
        raise ValueError("value not in list")

    def count(self, value):
        return sum(1 for held in self if held == value)

    def index(self, value, *bounds):
        return list(self).index(value, *bounds)

    def copy(self):
        return list(self)

    def reverse(self):
        raise NotImplementedError()

    def sort(self):
        raise NotImplementedError()

    def _bulk_replace(self, values):
        values = list(values)
        self.clear()
        self.extend(values)

    def __iadd__(self, values):
        self.extend(values)
        return self

    def __add__(self, other):
        return list(self) + list(other)

    def __radd__(self, other):
        return list(other) + list(self)

    def __mul__(self, n):
        return list(self) * n

    def __eq__(self, other):
        return list(self) == (list(other) if isinstance(other, _AssociationList) else other)

    def __ne__(self, other):
        return not self == other

    def __lt__(self, other):
        return list(self) < list(other)

    def __gt__(self, other):
        return list(self) > list(other)

    def __hash__(self):
        raise TypeError(f"{type(self).__name__} objects are unhashable")

    def __repr__(self):
        return repr(list(self))


class _AssociationSet(_AssociationCollection):
    def __contains__(self, value):
        return any(self._get(member) == value for member in self.col)

    def __iter__(self):
        for member in self.col:
            yield self._get(member)

    def add(self, value):
        if value not in self:
            self.col.add(self._create(value))

    def discard(self, value):
        for member in self.col:
            if self._get(member) == value:
                self.col.discard(member)
                break

    def remove(self, value):
        for member in self.col:
            if self._get(member) == value:
                self.col.discard(member)
                return
        raise KeyError(value)

    def pop(self):
        if not self.col:
            raise KeyError("pop from an empty set")
        return self._get(self.col.pop())

    def update(self, *sources):
        for source in sources:
            for value in source:
                self.add(value)

    def difference_update(self, *sources):
        for source in sources:
            for value in source:
                self.discard(value)

    def intersection_update(self, *sources):
        self._change_to(set(self).intersection(*sources))

    def symmetric_difference_update(self, other):
        self._change_to(set(self).symmetric_difference(other))

    def _change_to(self, wanted):
        have = set(self)
        for value in have - wanted:
            self.discard(value)
        for value in wanted - have:
            self.add(value)

    def _bulk_replace(self, values):
        wanted, have = set(values), set(self)
        for value in values:
            if value not in have:
                self.add(value)
        for value in have - wanted:
            self.discard(value)

    def union(self, *others):
        return set(self).union(*others)

    def intersection(self, *others):
        return set(self).intersection(*others)

    def difference(self, *others):
        return set(self).difference(*others)

    def symmetric_difference(self, other):
        return set(self).symmetric_difference(other)

    def issubset(self, other):
        return set(self).issubset(other)

    def issuperset(self, other):
        return set(self).issuperset(other)

    __or__, __and__, __sub__, __xor__ = union, intersection, difference, symmetric_difference

    def __ior__(self, other):
        self.update(other)
        return self

    def __isub__(self, other):
        self.difference_update(other)
        return self

    def __iand__(self, other):
        self.intersection_update(other)
        return self

    def __ixor__(self, other):
        self.symmetric_difference_update(other)
        return self

    def copy(self):
        return set(self)

    def __eq__(self, other):
        return set(self) == other

    def __ne__(self, other):
        return set(self) != other

    def __hash__(self):
        raise TypeError(f"{type(self).__name__} objects are unhashable")

    def __repr__(self):
        return repr(set(self))


class _AssociationDict(_AssociationCollection):
    def __getitem__(self, key):
        return self._get(self.col[key])

    def __setitem__(self, key, value):
        if key in self.col:
            self._set(self.col[key], value)
        else:
            self.col[key] = self._create(key, value)

    def __delitem__(self, key):
        del self.col[key]

    def __contains__(self, key):
        return key in self.col

    def __iter__(self):
        return iter(self.col.keys())

    def keys(self):
        return self.col.keys()

    def values(self):
        return [self._get(member) for member in self.col.values()]

    def items(self):
        return [(key, self._get(member)) for key, member in self.col.items()]

    def get(self, key, default=None):
        return self[key] if key in self.col else default

    def setdefault(self, key, default=None):
        if key not in self.col:
            self.col[key] = self._create(key, default)
            return default
        return self[key]

    def pop(self, key, *default):
        member = self.col.pop(key, *default)
        return member if default and member is default[0] else self._get(member)

    def popitem(self):
        key, member = self.col.popitem()
        return key, self._get(member)

    def update(self, *sources, **more):
        for key, value in dict(*sources, **more).items():
            self[key] = value

    def copy(self):
        return dict(self.items())

    def _bulk_replace(self, values):
        have = set(self)
        wanted = set(values)
        for key in list(values):
            self[key] = values[key]
        for key in have - wanted:
            del self[key]

    def __eq__(self, other):
        return dict(self.items()) == (dict(other.items()) if isinstance(other, _AssociationDict) else other)

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        raise TypeError(f"{type(self).__name__} objects are unhashable")

    def __repr__(self):
        return repr(dict(self.items()))
