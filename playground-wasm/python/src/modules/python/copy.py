__all__ = ["Error", "copy", "deepcopy"]


class Error(Exception):
    pass


error = Error
_atomic = (
    type(None), int, float, bool, str, bytes, type, range, slice, property, type(Ellipsis),
    type(NotImplemented), type(len), type(lambda: None), type(str.join), type(list[int]),
    type(int | str),
)


def _rebuild(x, state, memo=None):
    cls = type(x)
    for base in (list, dict, set, tuple, frozenset, str, int, float, bytes):
        if issubclass(cls, base):
            break
    else:
        base = None
    if isinstance(x, BaseException):
        y = cls.__new__(cls, *[state(arg) for arg in x.args])
        y.args = tuple(state(arg) for arg in x.args)
    elif base is None:
        y = object.__new__(cls)
    elif base in (list, dict, set):
        y = base.__new__(cls)
    elif base in (tuple, frozenset):
        y = base.__new__(cls, [state(item) for item in x])
    else:
        y = base.__new__(cls, x)
    if memo is not None:
        memo[id(x)] = y
    if base is list:
        for item in x:
            list.append(y, state(item))
    elif base is dict:
        for key, value in dict.items(x):
            dict.__setitem__(y, state(key), state(value))
        if hasattr(cls, "default_factory"):
            y.default_factory = x.default_factory
    elif base is set:
        for item in x:
            set.add(y, state(item))
    getstate = getattr(cls, "__getstate__", None)
    if getstate is not None and getstate is not getattr(object, "__getstate__", None):
        found = state(x.__getstate__())
        if hasattr(y, "__setstate__"):
            y.__setstate__(found)
        elif found:
            y.__dict__.update(found)
        return y
    for key, value in getattr(x, "__dict__", {}).items():
        object.__setattr__(y, key, state(value)) if key.isidentifier() else y.__dict__.update(
            {key: state(value)}
        )
    for owner in cls.__mro__:
        slots = owner.__dict__.get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name not in ("__dict__", "__weakref__") and hasattr(x, name):
                object.__setattr__(y, name, state(getattr(x, name)))
    return y


def copy(x):
    cls = type(x)
    if cls in _atomic or cls in (tuple, frozenset) or issubclass(cls, type):
        return x
    if cls in (list, dict, set):
        return x.copy()
    copier = getattr(cls, "__copy__", None)
    if copier is not None:
        return copier(x)
    _check(x, cls)
    return _rebuild(x, lambda value: value)


def deepcopy(x, memo=None):
    if memo is None:
        memo = {}
    known = memo.get(id(x), memo)
    if known is not memo:
        return known
    cls = type(x)
    if cls in _atomic or issubclass(cls, type):
        return x
    if cls is list:
        y = memo[id(x)] = []
        for item in x:
            y.append(deepcopy(item, memo))
    elif cls is dict:
        y = memo[id(x)] = {}
        for key, value in x.items():
            y[deepcopy(key, memo)] = deepcopy(value, memo)
    elif cls is tuple:
        items = [deepcopy(item, memo) for item in x]
        if id(x) in memo:
            return memo[id(x)]
        y = x
        for old, new in zip(x, items):
            if old is not new:
                y = tuple(items)
                break
    elif cls is set:
        y = {deepcopy(item, memo) for item in x}
    elif cls is frozenset:
        y = frozenset([deepcopy(item, memo) for item in x])
    else:
        copier = getattr(x, "__deepcopy__", None)
        if copier is not None:
            y = copier(memo)
        elif type(x) is type(memo.get):
            y = type(x)(x.__func__, deepcopy(x.__self__, memo))
        else:
            _check(x, cls)
            y = _rebuild(x, lambda value: deepcopy(value, memo), memo)
    if y is not x:
        memo[id(x)] = y
        memo.setdefault(id(memo), []).append(x)
    return y


def _check(x, cls):
    if cls.__name__ in ("generator", "module", "frame", "dict_keys", "dict_values", "dict_items"):
        raise TypeError(f"cannot pickle {cls.__name__!r} object")
