class count:
    def __init__(self, start=0, step=1):
        if not hasattr(start, "__add__") or isinstance(start, (str, list, tuple)):
            raise TypeError("a number is required")
        self._next, self._step = start, step

    def __iter__(self):
        return self

    def __next__(self):
        value = self._next
        self._next = value + self._step
        return value

    def __repr__(self):
        if type(self._step) is int and self._step == 1:
            return f"count({self._next!r})"
        return f"count({self._next!r}, {self._step!r})"


class repeat:
    def __init__(self, object, times=None):
        self._object = object
        self._left = times if times is None else max(times, 0)

    def __iter__(self):
        return self

    def __next__(self):
        if self._left is not None:
            if self._left == 0:
                raise StopIteration
            self._left -= 1
        return self._object

    def __length_hint__(self):
        if self._left is None:
            raise TypeError("len() of unsized object")
        return self._left

    def __repr__(self):
        if self._left is None:
            return f"repeat({self._object!r})"
        return f"repeat({self._object!r}, {self._left})"


class _Generated:
    # An iterator class whose items a generator makes.
    def __iter__(self):
        return self

    def __next__(self):
        return next(self._items)


class cycle(_Generated):
    def __init__(self, iterable, /):
        self._items = self._make(iter(iterable))

    def _make(self, items):
        saved = []
        for item in items:
            yield item
            saved.append(item)
        while saved:
            yield from saved


class chain(_Generated):
    def __init__(self, *iterables):
        self._items = self._make(iterables)

    @classmethod
    def from_iterable(cls, iterables, /):
        made = cls()
        made._items = made._make(iterables)
        return made

    def _make(self, iterables):
        for iterable in iterables:
            yield from iterable


class accumulate(_Generated):
    def __init__(self, iterable, func=None, *, initial=None):
        self._items = self._make(iter(iterable), func, initial)

    def _make(self, items, func, total):
        if total is None:
            for total in items:
                break
            else:
                return
        yield total
        for item in items:
            total = total + item if func is None else func(total, item)
            yield total


class compress(_Generated):
    def __init__(self, data, selectors):
        self._items = (item for item, chosen in zip(data, selectors) if chosen)


class dropwhile(_Generated):
    def __init__(self, predicate, iterable, /):
        self._items = self._make(predicate, iter(iterable))

    def _make(self, predicate, items):
        for item in items:
            if not predicate(item):
                yield item
                break
        yield from items


class takewhile(_Generated):
    def __init__(self, predicate, iterable, /):
        self._items = self._make(predicate, iter(iterable))

    def _make(self, predicate, items):
        for item in items:
            if not predicate(item):
                return
            yield item


class filterfalse(_Generated):
    def __init__(self, function, iterable, /):
        test = bool if function is None else function
        self._items = (item for item in iter(iterable) if not test(item))


class starmap(_Generated):
    def __init__(self, function, iterable, /):
        self._items = (function(*args) for args in iter(iterable))


class islice(_Generated):
    def __init__(self, iterable, /, *args):
        if not 1 <= len(args) <= 3:
            few = "at least 2" if not args else "at most 4"
            raise TypeError(f"islice expected {few} arguments, got {len(args) + 1}")
        start, stop, step = (0, args[0], 1) if len(args) == 1 else (*args, None)[:3]
        start = 0 if start is None else start
        step = 1 if step is None else step
        if stop is not None and (not isinstance(stop, int) or stop < 0):
            name = "Stop argument" if len(args) == 1 else "Indices"
            kind = "must be None or an integer: 0 <= x <= sys.maxsize."
            raise ValueError(f"{name} for islice() {kind}")
        if not isinstance(start, int) or start < 0:
            raise ValueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
        if not isinstance(step, int) or step < 1:
            raise ValueError("Step for islice() must be a positive integer or None.")
        self._items = self._make(iter(iterable), start, stop, step)

    def _make(self, items, start, stop, step):
        at, wanted = 0, start
        while stop is None or wanted < stop:
            for item in items:
                at += 1
                if at > wanted:
                    break
            else:
                return
            yield item
            wanted += step
        while stop is not None and at < stop:
            for _ in items:
                at += 1
                break
            else:
                return


class pairwise(_Generated):
    def __init__(self, iterable, /):
        self._items = self._make(iter(iterable))

    def _make(self, items):
        for previous in items:
            break
        for item in items:
            yield previous, item
            previous = item


class groupby(_Generated):
    def __init__(self, iterable, key=None):
        self._source = iter(iterable)
        self._key = key
        self._current = None
        self._items = self._make()

    def _advance(self):
        for item in self._source:
            self._current = item, item if self._key is None else self._key(item)
            return True
        self._current = None
        return False

    def _make(self):
        more = self._advance()
        while more:
            key = self._current[1]
            group = self._active = _Group(self, key)
            yield key, group
            while self._current is not None and self._current[1] == key:
                if not self._advance():
                    break
            more = self._current is not None


class _Group:
    def __init__(self, parent, key):
        self._parent, self._key = parent, key

    def __iter__(self):
        return self

    def __next__(self):
        parent = self._parent
        if parent._active is not self or parent._current is None or parent._current[1] != self._key:
            raise StopIteration
        item = parent._current[0]
        parent._advance()
        return item


class zip_longest(_Generated):
    def __init__(self, *iterables, fillvalue=None):
        self._items = self._make([iter(iterable) for iterable in iterables], fillvalue)

    def _make(self, sources, fillvalue):
        live = len(sources)
        missing = object()
        while live:
            values = []
            for at, source in enumerate(sources):
                value = missing if source is None else next(source, missing)
                if value is missing:
                    if source is not None:
                        sources[at] = None
                        live -= 1
                        if not live:
                            return
                    value = fillvalue
                values.append(value)
            yield tuple(values)


class product(_Generated):
    def __init__(self, *iterables, repeat=1):
        if repeat < 0:
            raise ValueError("repeat argument cannot be negative")
        self._items = self._make([tuple(pool) for pool in iterables] * repeat)

    def _make(self, pools):
        indices = [0] * len(pools)
        if not all(pools):
            return
        while True:
            yield tuple([pool[at] for pool, at in zip(pools, indices)])
            for at in reversed(range(len(pools))):
                indices[at] += 1
                if indices[at] < len(pools[at]):
                    break
                indices[at] = 0
            else:
                return


class permutations(_Generated):
    def __init__(self, iterable, r=None):
        pool = tuple(iterable)
        r = len(pool) if r is None else r
        if r < 0:
            raise ValueError("r must be non-negative")
        self._items = self._make(pool, len(pool), r)

    def _make(self, pool, n, r):
        if r > n:
            return
        indices = list(range(n))
        cycles = list(range(n, n - r, -1))
        yield tuple([pool[i] for i in indices[:r]])
        while n:
            for i in reversed(range(r)):
                cycles[i] -= 1
                if cycles[i] == 0:
                    indices[i:] = indices[i + 1:] + indices[i:i + 1]
                    cycles[i] = n - i
                else:
                    j = cycles[i]
                    indices[i], indices[-j] = indices[-j], indices[i]
                    yield tuple([pool[i] for i in indices[:r]])
                    break
            else:
                return


class combinations(_Generated):
    def __init__(self, iterable, r):
        if r < 0:
            raise ValueError("r must be non-negative")
        pool = tuple(iterable)
        self._items = self._make(pool, len(pool), r)

    def _make(self, pool, n, r):
        if r > n:
            return
        indices = list(range(r))
        yield tuple([pool[i] for i in indices])
        while True:
            for i in reversed(range(r)):
                if indices[i] != i + n - r:
                    break
            else:
                return
            indices[i] += 1
            for j in range(i + 1, r):
                indices[j] = indices[j - 1] + 1
            yield tuple([pool[i] for i in indices])


class combinations_with_replacement(_Generated):
    def __init__(self, iterable, r):
        if r < 0:
            raise ValueError("r must be non-negative")
        pool = tuple(iterable)
        self._items = self._make(pool, len(pool), r)

    def _make(self, pool, n, r):
        if not n and r:
            return
        indices = [0] * r
        yield tuple([pool[i] for i in indices])
        while True:
            for i in reversed(range(r)):
                if indices[i] != n - 1:
                    break
            else:
                return
            indices[i:] = [indices[i] + 1] * (r - i)
            yield tuple([pool[i] for i in indices])


class _tee:
    def __init__(self, source, queue):
        self._source, self._queue = source, queue

    def __iter__(self):
        return self

    def __next__(self):
        # Each cell of the queue is [item, next cell]; the last one is empty.
        cell = self._queue
        if not cell:
            item = next(self._source)
            if not cell:
                cell.extend([item, []])
        item, self._queue = cell
        return item

    def __copy__(self):
        return _tee(self._source, self._queue)


def tee(iterable, n=2, /):
    if n < 0:
        raise ValueError("n must be >= 0")
    source, queue = iter(iterable), []
    return tuple(_tee(source, queue) for _ in range(n))
