__all__ = ["pprint", "pformat", "pp", "PrettyPrinter", "saferepr"]


def saferepr(object):
    return _short(object, (), True)


def _key(value):
    return (str(type(value)), id(value))


def _sorted(values, key=None):
    try:
        return sorted(values, key=key)
    except TypeError:
        return sorted(values, key=lambda value: _key(key(value) if key else value))


def _short(value, context, sort_dicts):
    cls = type(value)
    if cls not in (dict, list, tuple):
        return repr(value)
    if id(value) in context:
        return f"<Recursion on {cls.__name__} with id={id(value)}>"
    context += (id(value),)
    if cls is dict:
        items = _sorted(value.items(), lambda item: item[0]) if sort_dicts else value.items()
        return "{%s}" % ", ".join(
            f"{_short(k, context, sort_dicts)}: {_short(v, context, sort_dicts)}" for k, v in items
        )
    shown = ", ".join(_short(item, context, sort_dicts) for item in value)
    if cls is list:
        return f"[{shown}]"
    return f"({shown},)" if len(value) == 1 else f"({shown})"


class PrettyPrinter:
    def __init__(
        self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
        underscore_numbers=False,
    ):
        if indent < 0:
            raise ValueError("indent must be >= 0")
        self._indent, self._width, self._compact = indent, width, compact
        self._sort_dicts, self._stream, self._depth = sort_dicts, stream, depth

    def pprint(self, object):
        print(self.pformat(object), file=self._stream)

    def pformat(self, object):
        return self._format(object, 0, 0, (), 0)

    def _format(self, value, indent, allowance, context, level):
        cls = type(value)
        if self._depth and level >= self._depth and cls in (dict, list, tuple) and value:
            return {dict: "{...}", list: "[...]", tuple: "(...)"}[cls]
        short = _short(value, context, self._sort_dicts)
        if self._depth is None and len(short) <= self._width - indent - allowance:
            return short
        if id(value) in context:
            return short
        context += (id(value),)
        fields = getattr(cls, "__dataclass_fields__", None)
        if cls is dict and value:
            return self._dict(value, indent, allowance, context, level + 1)
        if cls is list and value:
            return "[" + self._items(value, indent, allowance + 1, context, level + 1) + "]"
        if cls is tuple and value:
            end = ",)" if len(value) == 1 else ")"
            return "(" + self._items(value, indent, allowance + len(end), context, level + 1) + end
        if cls in (set, frozenset) and value:
            head, tail = ("{", "}") if cls is set else ("frozenset({", "})")
            items = _sorted(value)
            indent += len(head) - 1
            return head + self._items(items, indent, allowance + len(tail), context, level + 1) + tail
        if cls is str and value:
            return self._string(value, indent, allowance, level)
        if fields is not None and cls.__repr__.__qualname__.endswith("__repr__") and short.endswith(")"):
            names = [f.name for f in fields.values() if f.repr]
            inner = indent + len(cls.__name__) + 1
            parts = []
            for index, name in enumerate(names):
                rest = allowance + 1 if index == len(names) - 1 else 1
                shown = self._format(
                    getattr(value, name), inner + len(name) + 1, rest, context, level + 1
                )
                parts.append(f"{name}={shown}")
            return f"{cls.__name__}(" + (",\n" + " " * inner).join(parts) + ")"
        return short

    def _dict(self, value, indent, allowance, context, level):
        items = list(value.items())
        if self._sort_dicts:
            items = _sorted(items, lambda item: item[0])
        indent += self._indent
        parts = []
        for index, (key, item) in enumerate(items):
            last = index == len(items) - 1
            shown = _short(key, context, self._sort_dicts)
            text = self._format(
                item, indent + len(shown) + 2, allowance + 1 if last else 1, context, level
            )
            parts.append(f"{shown}: {text}")
        return "{" + " " * (self._indent - 1) + (",\n" + " " * indent).join(parts) + "}"

    def _items(self, items, indent, allowance, context, level):
        indent += self._indent
        separator = ",\n" + " " * indent
        items = list(items)
        if not self._compact:
            parts = []
            for index, item in enumerate(items):
                rest = allowance if index == len(items) - 1 else 1
                parts.append(self._format(item, indent, rest, context, level))
            return " " * (self._indent - 1) + separator.join(parts)
        result, line = [], ""
        for index, item in enumerate(items):
            last = index == len(items) - 1
            shown = _short(item, context, self._sort_dicts)
            width = self._width - indent - (allowance if last else 1)
            if line and len(line) + 2 + len(shown) <= width:
                line += ", " + shown
                continue
            if line:
                result.append(line)
            line = shown
            if len(shown) > width:
                result.append(self._format(item, indent, allowance if last else 1, context, level))
                line = ""
        if line:
            result.append(line)
        return " " * (self._indent - 1) + separator.join(result)

    def _string(self, value, indent, allowance, level):
        lines = value.splitlines(True)
        if level == 0:
            indent += 1
            allowance += 1
        chunks = []
        for index, line in enumerate(lines):
            width = self._width - indent - (allowance if index == len(lines) - 1 else 0)
            if len(repr(line)) <= width:
                chunks.append(repr(line))
                continue
            parts, word = [], ""
            for c in line:
                if word and not c.isspace() and word[-1].isspace():
                    parts.append(word)
                    word = ""
                word += c
            parts.append(word)
            current = ""
            for at, part in enumerate(parts):
                room = width
                if current and len(repr(current + part)) > room:
                    chunks.append(repr(current))
                    current = ""
                current += part
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            return chunks[0]
        text = ("\n" + " " * indent).join(chunks)
        return "(" + text + ")" if level == 0 else text


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, **kwargs):
    return PrettyPrinter(
        indent, width, depth, compact=compact, sort_dicts=sort_dicts, **kwargs
    ).pformat(object)


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, **kwargs):
    PrettyPrinter(
        indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts, **kwargs
    ).pprint(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)
