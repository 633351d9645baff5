__all__ = ["dump", "dumps", "load", "loads", "JSONDecoder", "JSONDecodeError", "JSONEncoder"]
_escapes = {
    '"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\f": "\\f", "\b": "\\b",
}


class JSONDecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        self.lineno = doc.count("\n", 0, pos) + 1
        self.colno = pos - doc.rfind("\n", 0, pos)
        ValueError.__init__(
            self, "%s: line %d column %d (char %d)" % (msg, self.lineno, self.colno, pos)
        )
        self.msg, self.doc, self.pos = msg, doc, pos


def _quote(text, ensure_ascii):
    plain = text.isascii() if ensure_ascii else True
    if plain and text.isprintable() and '"' not in text and "\\" not in text:
        return f'"{text}"'
    parts = []
    for c in text:
        if c in _escapes:
            parts.append(_escapes[c])
        elif c < " " or (ensure_ascii and c > "~"):
            code = ord(c)
            if code > 0xFFFF:
                code -= 0x10000
                parts.append("\\u%04x\\u%04x" % (0xD800 | code >> 10, 0xDC00 | code & 0x3FF))
            else:
                parts.append("\\u%04x" % code)
        else:
            parts.append(c)
    return '"' + "".join(parts) + '"'


class JSONEncoder:
    item_separator = ", "
    key_separator = ": "

    def __init__(
        self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True,
        sort_keys=False, indent=None, separators=None, default=None,
    ):
        self.skipkeys, self.ensure_ascii = skipkeys, ensure_ascii
        self.allow_nan, self.sort_keys = allow_nan, sort_keys
        self.check_circular = check_circular
        self.indent = " " * indent if isinstance(indent, int) else indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        parts = []
        self._write(o, parts.append, "\n", [])
        return "".join(parts)

    def iterencode(self, o):
        yield self.encode(o)

    def _float(self, o):
        if o != o:
            text = "NaN"
        elif o in (float("inf"), float("-inf")):
            text = "Infinity" if o > 0 else "-Infinity"
        else:
            return float.__repr__(o)
        if not self.allow_nan:
            raise ValueError("Out of range float values are not JSON compliant")
        return text

    def _key(self, key):
        if isinstance(key, str):
            return key
        if isinstance(key, float):
            return self._float(key)
        if key is True:
            return "true"
        if key is False:
            return "false"
        if key is None:
            return "null"
        if isinstance(key, int):
            return int.__repr__(key)
        if self.skipkeys:
            return None
        raise TypeError(
            f"keys must be str, int, float, bool or None, not {key.__class__.__name__}"
        )

    def _write(self, o, write, newline, active):
        if isinstance(o, str):
            write(_quote(o, self.ensure_ascii))
        elif o is None:
            write("null")
        elif o is True:
            write("true")
        elif o is False:
            write("false")
        elif isinstance(o, int):
            write(int.__repr__(o))
        elif isinstance(o, float):
            write(self._float(o))
        else:
            if any(other is o for other in active):
                raise ValueError("Circular reference detected")
            active.append(o)
            if isinstance(o, (list, tuple)):
                self._list(o, write, newline, active)
            elif isinstance(o, dict):
                self._dict(o, write, newline, active)
            else:
                self._write(self.default(o), write, newline, active)
            active.pop()

    def _list(self, o, write, newline, active):
        if not o:
            write("[]")
            return
        inner, separator = newline, self.item_separator
        if self.indent is not None:
            inner += self.indent
            separator += inner
        write("[")
        if self.indent is not None:
            write(inner)
        for index, item in enumerate(o):
            if index:
                write(separator)
            self._write(item, write, inner, active)
        if self.indent is not None:
            write(newline)
        write("]")

    def _dict(self, o, write, newline, active):
        if not o:
            write("{}")
            return
        inner, separator = newline, self.item_separator
        if self.indent is not None:
            inner += self.indent
            separator += inner
        write("{")
        if self.indent is not None:
            write(inner)
        first = True
        for key, value in sorted(o.items()) if self.sort_keys else o.items():
            key = self._key(key)
            if key is None:
                continue
            if not first:
                write(separator)
            first = False
            write(_quote(key, self.ensure_ascii))
            write(self.key_separator)
            self._write(value, write, inner, active)
        if self.indent is not None:
            write(newline)
        write("}")


def dumps(obj, *, cls=None, **kw):
    return (cls or JSONEncoder)(**kw).encode(obj)


def dump(obj, fp, **kw):
    fp.write(dumps(obj, **kw))


_constants = {
    "null": None, "true": True, "false": False, "NaN": float("nan"), "Infinity": float("inf"),
    "-Infinity": float("-inf"),
}
_unescapes = {
    '"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t",
}


class JSONDecoder:
    def __init__(
        self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
        strict=True, object_pairs_hook=None,
    ):
        self.object_hook, self.object_pairs_hook = object_hook, object_pairs_hook
        self.parse_float, self.parse_int = parse_float or float, parse_int or int
        self.parse_constant = parse_constant or _constants.__getitem__
        self.strict = strict

    def decode(self, s):
        obj, end = self.raw_decode(s, self._skip(s, 0))
        end = self._skip(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return obj

    def raw_decode(self, s, idx=0):
        return self._value(s, idx)

    def _skip(self, s, at):
        while at < len(s) and s[at] in " \t\n\r":
            at += 1
        return at

    def _value(self, s, at):
        c = s[at:at + 1]
        if c == '"':
            return self._string(s, at + 1)
        if c == "{":
            return self._object(s, at + 1)
        if c == "[":
            return self._array(s, at + 1)
        for word in ("null", "true", "false"):
            if s.startswith(word, at):
                return _constants[word], at + len(word)
        for word in ("NaN", "Infinity", "-Infinity"):
            if s.startswith(word, at):
                return self.parse_constant(word), at + len(word)
        return self._number(s, at)

    def _digits(self, s, at):
        while at < len(s) and "0" <= s[at] <= "9":
            at += 1
        return at

    def _number(self, s, start):
        at = start + 1 if s.startswith("-", start) else start
        end = at + 1 if s.startswith("0", at) else self._digits(s, at)
        if end == at:
            raise JSONDecodeError("Expecting value", s, start)
        whole = end
        if s.startswith(".", end) and self._digits(s, end + 1) > end + 1:
            end = self._digits(s, end + 1)
        if s[end:end + 1] in ("e", "E"):
            exponent = end + 1
            if s[exponent:exponent + 1] in ("+", "-"):
                exponent += 1
            if self._digits(s, exponent) > exponent:
                end = self._digits(s, exponent)
        if end == whole:
            return self.parse_int(s[start:end]), end
        return self.parse_float(s[start:end]), end

    def _string(self, s, at):
        begin, parts = at - 1, []
        while True:
            end = at
            while end < len(s) and s[end] not in '"\\' and s[end] >= " ":
                end += 1
            parts.append(s[at:end])
            if end >= len(s):
                raise JSONDecodeError("Unterminated string starting at", s, begin)
            c = s[end]
            if c == '"':
                return "".join(parts), end + 1
            if c != "\\":
                if self.strict:
                    raise JSONDecodeError("Invalid control character at", s, end)
                parts.append(c)
                at = end + 1
                continue
            escape = s[end + 1:end + 2]
            if not escape:
                raise JSONDecodeError("Unterminated string starting at", s, begin)
            if escape == "u":
                code = self._hex(s, end + 2)
                at = end + 6
                if 0xD800 <= code <= 0xDBFF and s.startswith("\\u", at):
                    low = self._hex(s, at + 2)
                    if 0xDC00 <= low <= 0xDFFF:
                        code = 0x10000 + (code - 0xD800 << 10 | low - 0xDC00)
                        at += 6
                parts.append(chr(code))
            elif escape in _unescapes:
                parts.append(_unescapes[escape])
                at = end + 2
            else:
                raise JSONDecodeError("Invalid \\escape", s, end)

    def _hex(self, s, at):
        digits = s[at:at + 4]
        if len(digits) == 4 and all(c in "0123456789abcdefABCDEF" for c in digits):
            return int(digits, 16)
        raise JSONDecodeError("Invalid \\uXXXX escape", s, at - 1)

    def _array(self, s, at):
        values = []
        at = self._skip(s, at)
        if s.startswith("]", at):
            return values, at + 1
        while True:
            value, at = self._value(s, at)
            values.append(value)
            at = self._skip(s, at)
            c = s[at:at + 1]
            if c == "]":
                return values, at + 1
            if c != ",":
                raise JSONDecodeError("Expecting ',' delimiter", s, at)
            at = self._skip(s, at + 1)

    def _object(self, s, at):
        pairs = []
        at = self._skip(s, at)
        if s.startswith("}", at):
            return self._made(pairs), at + 1
        while True:
            if not s.startswith('"', at):
                raise JSONDecodeError(
                    "Expecting property name enclosed in double quotes", s, at
                )
            key, at = self._string(s, at + 1)
            at = self._skip(s, at)
            if not s.startswith(":", at):
                raise JSONDecodeError("Expecting ':' delimiter", s, at)
            value, at = self._value(s, self._skip(s, at + 1))
            pairs.append((key, value))
            at = self._skip(s, at)
            c = s[at:at + 1]
            if c == "}":
                return self._made(pairs), at + 1
            if c != ",":
                raise JSONDecodeError("Expecting ',' delimiter", s, at)
            at = self._skip(s, at + 1)

    def _made(self, pairs):
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs)
        made = dict(pairs)
        return made if self.object_hook is None else self.object_hook(made)


def loads(s, *, cls=None, **kw):
    if isinstance(s, bytes):
        s = s.decode()
    elif not isinstance(s, str):
        raise TypeError(
            f"the JSON object must be str, bytes or bytearray, not {s.__class__.__name__}"
        )
    return (cls or JSONDecoder)(**kw).decode(s)


def load(fp, **kw):
    return loads(fp.read(), **kw)
