WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for attr in assigned:
        try:
            value = getattr(wrapped, attr)
        except AttributeError:
            pass
        else:
            setattr(wrapper, attr, value)
    for attr in updated:
        getattr(wrapper, attr).update(getattr(wrapped, attr, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return lambda wrapper: update_wrapper(wrapper, wrapped, assigned, updated)


def lru_cache(maxsize=128, typed=False):
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        function, maxsize = maxsize, 128
        return _cached(function, maxsize, typed)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")
    return lambda function: _cached(function, maxsize, typed)


def _cached(function, maxsize, typed):
    wrapper = _lru_cache_wrapper(function, maxsize, typed, _CacheInfo)
    wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
    return update_wrapper(wrapper, function)


class _CacheInfo(tuple):
    __slots__ = ()

    hits = property(lambda self: self[0])
    misses = property(lambda self: self[1])
    maxsize = property(lambda self: self[2])
    currsize = property(lambda self: self[3])

    def __repr__(self):
        return "CacheInfo(hits=%r, misses=%r, maxsize=%r, currsize=%r)" % self


def cache(user_function, /):
    return lru_cache(maxsize=None)(user_function)


def cmp_to_key(mycmp):
    class K:
        __slots__ = ("obj",)
        __hash__ = None

        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

        def __gt__(self, other):
            return mycmp(self.obj, other.obj) > 0

        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0

        def __le__(self, other):
            return mycmp(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return mycmp(self.obj, other.obj) >= 0

    return K


def _derived(known, answer):
    # An ordering made of the one that the class defines, and of equality where that is needed.
    def compare(self, other):
        result = getattr(type(self), known)(self, other)
        if result is NotImplemented:
            return result
        return answer(result, self, other)

    return compare


_orderings = {
    "__lt__": {
        "__gt__": lambda r, a, b: not r and a != b,
        "__le__": lambda r, a, b: r or a == b,
        "__ge__": lambda r, a, b: not r,
    },
    "__le__": {
        "__ge__": lambda r, a, b: not r or a == b,
        "__lt__": lambda r, a, b: r and a != b,
        "__gt__": lambda r, a, b: not r,
    },
    "__gt__": {
        "__lt__": lambda r, a, b: not r and a != b,
        "__ge__": lambda r, a, b: r or a == b,
        "__le__": lambda r, a, b: not r,
    },
    "__ge__": {
        "__le__": lambda r, a, b: not r or a == b,
        "__gt__": lambda r, a, b: r and a != b,
        "__lt__": lambda r, a, b: not r,
    },
}


def total_ordering(cls):
    roots = [op for op in _orderings if getattr(cls, op, None) is not getattr(object, op, None)]
    if not roots:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    for root in ("__lt__", "__le__", "__gt__", "__ge__"):
        if root in roots:
            break
    for name, answer in _orderings[root].items():
        if name not in roots:
            function = _derived(root, answer)
            function.__name__ = name
            setattr(cls, name, function)
    return cls


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(
                "Cannot assign the same cached_property to two different names "
                f"({self.attrname!r} and {name!r})."
            )

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError(
                "Cannot use cached_property instance without calling __set_name__ on it."
            )
        try:
            cache = instance.__dict__
        except AttributeError:
            raise TypeError(
                f"No '__dict__' attribute on {type(instance).__name__!r} "
                f"instance to cache {self.attrname!r} property."
            ) from None
        if self.attrname not in cache:
            cache[self.attrname] = self.func(instance)
        return cache[self.attrname]


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        self.func, self.args, self.keywords = func, args, keywords

    def __get__(self, obj, cls=None):
        return partial(self.func.__get__(obj, cls), *self.args, **self.keywords)


def singledispatch(func):
    registry = {object: func}

    def dispatch(cls):
        for base in cls.__mro__:
            if base in registry:
                return registry[base]
        for registered in registry:
            if registered is not object and issubclass(cls, registered):
                return registry[registered]
        return func

    def register(cls, function=None):
        if function is None:
            if isinstance(cls, type) or not callable(cls) or hasattr(cls, "__args__"):
                return lambda function: register(cls, function)
            annotations = getattr(cls, "__annotations__", {})
            if not annotations:
                raise TypeError(
                    f"Invalid first argument to `register()`: {cls!r}. "
                    f"Use either `@register(some_class)` or plain `@register` "
                    f"on an annotated function."
                )
            from typing import get_type_hints

            function = cls
            cls = next(iter(get_type_hints(function).values()))
        for alternative in getattr(cls, "__args__", None) or (cls,):
            registry[alternative] = function
        return function

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{funcname} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **kw)

    funcname = getattr(func, "__name__", "singledispatch function")
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    def __init__(self, func):
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method) if method else self.dispatcher.register(cls)

    def __get__(self, obj, cls=None):
        def method(*args, **kwargs):
            function = self.dispatcher.dispatch(args[0].__class__)
            return function.__get__(obj, cls)(*args, **kwargs)

        method.register = self.register
        return update_wrapper(method, self.func)


_missing = object()


def reduce(function, sequence, initial=_missing, /):
    items = iter(sequence)
    if initial is _missing:
        try:
            value = next(items)
        except StopIteration:
            raise TypeError("reduce() of empty iterable with no initial value") from None
    else:
        value = initial
    for item in items:
        value = function(value, item)
    return value


class partial:
    def __new__(cls, func, /, *args, **keywords):
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self = super().__new__(cls)
        self.func = func
        self.args = args
        self.keywords = keywords
        return self

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __repr__(self):
        parts = [repr(self.func)]
        parts += [repr(arg) for arg in self.args]
        parts += [f"{key}={value!r}" for key, value in self.keywords.items()]
        name = type(self).__qualname__
        if type(self) is partial:
            name = "functools.partial"
        return f"{name}({', '.join(parts)})"


class _lru_cache_wrapper:
    def __init__(self, function, maxsize, typed, cache_info):
        self._function, self._maxsize, self._typed = function, maxsize, typed
        self._info = cache_info
        self._values = {}
        self._hits = self._misses = 0

    def __call__(self, /, *args, **kwds):
        if kwds or self._typed or len(args) != 1 or type(args[0]) not in (int, str):
            key = (args, tuple(kwds.items()))
            if self._typed:
                key += (tuple([type(v) for v in args]), tuple([type(v) for v in kwds.values()]))
        else:
            key = args[0]
        values = self._values
        if key in values:
            self._hits += 1
            value = values[key]
            if self._maxsize is not None:
                del values[key]
                values[key] = value
            return value
        self._misses += 1
        value = self._function(*args, **kwds)
        if self._maxsize is None or len(values) < self._maxsize:
            values[key] = value
        elif self._maxsize:
            if key not in values:
                del values[next(iter(values))]
            values[key] = value
        return value

    def cache_info(self):
        return self._info((self._hits, self._misses, self._maxsize, len(self._values)))

    def cache_clear(self):
        self._values.clear()
        self._hits = self._misses = 0

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return _method(self, instance)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __repr__(self):
        return f"<functools._lru_cache_wrapper object at {id(self):#x}>"


_method = type(_lru_cache_wrapper(len, None, False, None).cache_info)
