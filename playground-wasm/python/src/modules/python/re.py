from enum import IntFlag as _IntFlag

__all__ = [
    "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile",
    "purge", "escape", "error", "Pattern", "Match", "A", "I", "M", "S", "X", "U", "ASCII",
    "IGNORECASE", "MULTILINE", "DOTALL", "VERBOSE", "UNICODE", "NOFLAG", "RegexFlag",
]


class RegexFlag(_IntFlag):
    NOFLAG = 0
    IGNORECASE = I = 2
    MULTILINE = M = 8
    DOTALL = S = 16
    UNICODE = U = 32
    VERBOSE = X = 64
    ASCII = A = 256

    def __repr__(self):
        names = [f"re.{m._name_}" for m in RegexFlag if m._value_ & self._value_]
        return "|".join(names) or "re.NOFLAG"

    __str__ = object.__str__


globals().update(RegexFlag.__members__)


class error(Exception):
    def __init__(self, msg, pattern=None, pos=None):
        self.msg, self.pattern, self.pos = msg, pattern, pos
        if pattern is not None and pos is not None:
            msg = "%s at position %d" % (msg, pos)
            self.lineno = pattern.count("\n", 0, pos) + 1
            self.colno = pos - pattern.rfind("\n", 0, pos)
            if "\n" in pattern:
                msg = "%s (line %d, column %d)" % (msg, self.lineno, self.colno)
        else:
            self.lineno = self.colno = None
        super().__init__(msg)


def _text(string):
    if isinstance(string, str):
        return string
    if isinstance(string, bytes):
        raise NotImplementedError("patterns over bytes are not supported in the playground")
    raise TypeError(f"expected string or bytes-like object, got {type(string).__name__!r}")


class Pattern:
    def __init__(self, pattern, program, flags, groups, names, closed):
        self._closed = closed
        self.pattern, self._program = pattern, program
        self.flags, self.groups = flags, groups
        self.groupindex = type(type.__dict__)(dict(names))

    def _at(self, string, pos, endpos, mode):
        text = _text(string)
        end = len(text) if endpos is None else max(min(endpos, len(text)), 0)
        pos = max(pos, 0)
        spans = _match(self._program, text, pos, end, mode)
        return None if spans is None else Match(self, string, spans, pos, end)

    def match(self, string, pos=0, endpos=None):
        return self._at(string, pos, endpos, 1)

    def fullmatch(self, string, pos=0, endpos=None):
        return self._at(string, pos, endpos, 2)

    def search(self, string, pos=0, endpos=None):
        return self._at(string, pos, endpos, 0)

    def finditer(self, string, pos=0, endpos=None):
        _text(string)
        return self._iterate(string, pos, endpos)

    def _iterate(self, string, pos, endpos):
        # Behind an empty match at a place, only a match that is not empty may begin there.
        mode = 0
        while True:
            match = self._at(string, pos, endpos, mode)
            if match is None:
                return
            yield match
            pos = match.end()
            mode = 4 if match.start() == pos else 0

    def findall(self, string, pos=0, endpos=None):
        if self.groups == 0:
            return [match.group() for match in self.finditer(string, pos, endpos)]
        if self.groups == 1:
            return [match.group(1) or "" for match in self.finditer(string, pos, endpos)]
        return [match.groups("") for match in self.finditer(string, pos, endpos)]

    def split(self, string, maxsplit=0):
        parts, last = [], 0
        for match in self.finditer(string):
            if maxsplit and len(parts) >= maxsplit * (1 + self.groups):
                break
            parts.append(string[last:match.start()])
            parts.extend(match.groups())
            last = match.end()
        parts.append(string[last:])
        return parts

    def subn(self, repl, string, count=0):
        if callable(repl):
            expand = repl
        else:
            template = _parse_template(repl, self)
            expand = lambda match: "".join(
                [part if isinstance(part, str) else match.group(part) or "" for part in template]
            )
        parts, last, made = [], 0, 0
        for match in self.finditer(string):
            if count and made >= count:
                break
            parts.append(string[last:match.start()])
            parts.append(expand(match))
            last = match.end()
            made += 1
        parts.append(string[last:])
        return "".join(parts), made

    def sub(self, repl, string, count=0):
        return self.subn(repl, string, count)[0]

    def scanner(self, string):
        raise NotImplementedError("'Pattern.scanner' is not supported in the playground")

    def __repr__(self):
        flags = RegexFlag(self.flags & ~32)
        shown = f", {flags!r}" if flags else ""
        return f"re.compile({self.pattern!r:.200}{shown})"

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return (self.pattern, self.flags) == (other.pattern, other.flags)

    def __hash__(self):
        return hash((self.pattern, self.flags))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    __class_getitem__ = classmethod(type(list[int]))


class Match:
    def __init__(self, pattern, string, spans, pos, endpos):
        self.re, self.string, self._spans = pattern, string, spans
        self.pos, self.endpos = pos, endpos

    def _index(self, group):
        if isinstance(group, str):
            if group in self.re.groupindex:
                return self.re.groupindex[group]
        elif isinstance(group, int) and 0 <= group <= self.re.groups:
            return group
        raise IndexError("no such group")

    def _get(self, group, default=None):
        start, end = self._spans[2 * group], self._spans[2 * group + 1]
        return default if end < 0 or start < 0 else self.string[start:end]

    def group(self, *groups):
        if not groups:
            return self._get(0)
        found = tuple([self._get(self._index(group)) for group in groups])
        return found[0] if len(found) == 1 else found

    def __getitem__(self, group):
        return self._get(self._index(group))

    def groups(self, default=None):
        return tuple([self._get(group, default) for group in range(1, self.re.groups + 1)])

    def groupdict(self, default=None):
        return {name: self._get(group, default) for name, group in self.re.groupindex.items()}

    def span(self, group=0):
        group = self._index(group)
        start, end = self._spans[2 * group], self._spans[2 * group + 1]
        return (-1, -1) if end < 0 or start < 0 else (start, end)

    def start(self, group=0):
        return self.span(group)[0]

    def end(self, group=0):
        return self.span(group)[1]

    @property
    def regs(self):
        return tuple([self.span(group) for group in range(self.re.groups + 1)])

    @property
    def lastindex(self):
        # The group that was closed last.
        last = None
        for group in self.re._closed:
            if self._get(group) is not None and (last is None or self.end(group) >= self.end(last)):
                last = group
        return last

    @property
    def lastgroup(self):
        last = self.lastindex
        return next((name for name, group in self.re.groupindex.items() if group == last), None)

    def expand(self, template):
        parts = _parse_template(template, self.re)
        return "".join([part if isinstance(part, str) else self.group(part) or "" for part in parts])

    def __bool__(self):
        return True

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __repr__(self):
        return f"<re.Match object; span={self.span()!r}, match={self.group()!r}>"

    __class_getitem__ = classmethod(type(list[int]))


_escapes = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v", "a": "\a", "b": "\b", "\\": "\\"}


def _parse_template(template, pattern):
    # Texts and numbers of groups, in turn.
    parts, at = [], 0
    while True:
        start = template.find("\\", at)
        if start < 0:
            parts.append(template[at:])
            return parts
        parts.append(template[at:start])
        c = template[start + 1:start + 2]
        at = start + 2
        if c == "g":
            end = template.find(">", at)
            if template[at:at + 1] != "<":
                raise error("missing <", template, at)
            if end < 0:
                raise error("missing >, unterminated name", template, at + 1)
            name = template[at + 1:end]
            if not name:
                raise error("missing group name", template, at + 1)
            if name.isdecimal():
                group = int(name)
            elif name not in pattern.groupindex:
                if not name.isidentifier():
                    raise error(f"bad character in group name {name!r}", template, at + 1)
                raise IndexError(f"unknown group name {name!r}")
            else:
                group = pattern.groupindex[name]
            if group > pattern.groups:
                raise error(f"invalid group reference {group}", template, at + 1)
            parts.append(group)
            at = end + 1
        elif c == "0":
            parts.append("\0")
        elif c.isdecimal():
            digits = c
            if template[at:at + 1].isdecimal():
                digits += template[at]
                at += 1
            if int(digits) > pattern.groups:
                raise error(f"invalid group reference {int(digits)}", template, start + 1)
            parts.append(int(digits))
        elif c in _escapes:
            parts.append(_escapes[c])
        elif not c:
            raise error("bad escape (end of pattern)", template, start)
        elif c.isascii() and c.isalpha():
            raise error(f"bad escape \\{c}", template, start)
        else:
            parts.append("\\" + c)


_cache = {}


def compile(pattern, flags=0):
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    if not isinstance(pattern, str):
        if isinstance(pattern, bytes):
            raise NotImplementedError("patterns over bytes are not supported in the playground")
        raise TypeError("first argument must be string or compiled pattern")
    key = pattern, int(flags)
    if key not in _cache:
        made = _compile(_Compiled, pattern, int(flags))
        if len(made) == 2:
            raise error(made[0], pattern, made[1])
        _cache[key] = Pattern(pattern, *made)
    return _cache[key]


def purge():
    _cache.clear()


def match(pattern, string, flags=0):
    return compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return compile(pattern, flags).search(string)


def sub(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, maxsplit=0, flags=0):
    return compile(pattern, flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    return compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return compile(pattern, flags).finditer(string)


def escape(pattern):
    special = "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"
    return "".join(["\\" + c if c in special else c for c in pattern])


def __getattr__(name):
    if name in ("L", "LOCALE", "DEBUG", "T", "TEMPLATE", "template", "Scanner"):
        raise NotImplementedError(f"'re.{name}' is not supported in the playground")
    raise AttributeError(f"module 're' has no attribute {name!r}")
