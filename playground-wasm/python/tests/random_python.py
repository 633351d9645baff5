"""Write random Python programs and what CPython prints for them.

    python random_python.py --seed S --count N OUT

writes OUT/SEED_NUMBER.py and OUT/SEED_NUMBER.expected.  The same seed and number give the
same program, on every machine.  Expressions are mostly of the type that their place wants,
so that programs get somewhere; now and then one is not, and the error is caught and printed, or
ends the program with its traceback.  Loops are bounded and values kept small, so every program ends soon.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from record_python import SEEDS, outputs

TYPES = ["int"] * 4 + ["str"] * 3 + ["list"] * 3 + ["float", "bool", "dict", "tuple", "words"]
LITERALS = {
    "int": ["0", "1", "2", "3", "7", "10", "-1", "-5", "42", "100", "255", "1009", "2**40"],
    "float": ["0.5", "1.0", "-2.25", "3.14159", "1e10", "0.1", "1e-7", "100.0"],
    "str": ["''", "'a'", "'hello'", "'Hello, World'", "'x y z'", "\"it's\"", "'tab\\there'", "'é'", "'42'", "'ABC'"],
    "bool": ["True", "False"],
    "list": ["[]", "[1]", "[3, 1, 2]", "[5, 5, 0]", "list(range(5))", "[-1, 10, 4, 4]"],
    "words": ["[]", "['b', 'a']", "'the quick brown fox'.split()", "['x', 'Y', 'z']"],
    "dict": ["{}", "{'a': 1}", "{'b': 2, 'a': 0}", "dict(x=5, y=-1)", "{'k': 10, 'l': 20, 'm': 30}"],
    "tuple": ["(1, 2)", "(0,)", "()", "(3, 1, 2)", "(7, 'seven')"],
}
SPECS = {
    "int": ["", "5", "<6", "^7", "05", "+", "x", "#x", "b", ",", ">8,", "e", "_", "08b", "*^9", "c", ".1f", "s"],
    "float": ["", ".2f", "8.3f", "e", ".3g", "%", ".1%", "+.1f", "<9.2f", ",.2f", "08.2f", "g", "d"],
    "str": ["", "10", "<8", ">8", "^9", "*^9", ".3", "10.2", "s", "x"],
    "bool": ["", "5", "d"],
}
METHODS = {  # of strings, by what they answer
    "str": ["upper()", "lower()", "title()", "strip()", "swapcase()", "capitalize()", "replace('l', 'L')", "center(9, '.')", "ljust(7)", "zfill(6)", "removeprefix('h')", "expandtabs(4)", "rstrip('o')"],
    "int": ["count('l')", "find('o')", "rfind('z')", "index('l')", "__len__()"],
    "bool": ["isdigit()", "isalpha()", "startswith('h')", "endswith(('o', 'd'))", "isupper()", "islower()", "isspace()", "isidentifier()"],
    "words": ["split()", "split('l')", "rsplit(None, 1)", "splitlines()", "split(',', 1)"],
}


class Program:
    """One random program, built line by line."""

    def __init__(self, seed: int, number: int) -> None:
        self.rng = random.Random(f"{seed}/{number}")
        self.lines: list[str] = []
        self.depth = 0
        self.scope: dict[str, list[str]] = {kind: [] for kind in LITERALS}
        self.functions: list[tuple[str, list[str], str]] = []  # name, parameters, result
        self.classes: list[tuple[str, dict[str, str]]] = []  # name, attributes
        self.names = 0
        self.loops = 0

    # -- text

    def emit(self, line: str) -> None:
        self.lines.append("    " * self.depth + line)

    @contextmanager
    def block(self, head: str) -> Iterator[None]:
        """A compound statement around what is emitted inside."""
        self.emit(head)
        self.depth += 1
        size = len(self.lines)
        before = {kind: names[:] for kind, names in self.scope.items()}
        yield
        if len(self.lines) == size:
            self.emit("pass")
        self.depth -= 1
        self.scope = before

    def fresh(self, prefix: str) -> str:
        self.names += 1
        return f"{prefix}{self.names}"

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    # -- expressions

    def expression(self, kind: str, depth: int = 3) -> str:
        """An expression of a type, or by mischance of another."""
        if self.chance(0.015):
            return f"({self.expression(self.rng.choice(TYPES), depth - 1)})"
        if self.chance(0.004):
            return self.rng.choice(["undefined_name", "None", "[1, 2][5]", "{}['missing']", "(1 / 0)", "int('x')", "None.nothing", "'a'.uper()"])
        names = self.scope[kind]
        if depth <= 0 or self.chance(0.25):
            if names and self.chance(0.75):
                return self.rng.choice(names)
            return self.rng.choice(LITERALS[kind])
        calls = [entry for entry in self.functions if entry[2] == kind]
        if calls and self.chance(0.15):
            name, parameters, _ = self.rng.choice(calls)
            return f"{name}({self.arguments(parameters, depth - 1)})"
        if self.chance(0.08):
            return f"({self.expression(kind, depth - 1)} if {self.expression('bool', depth - 1)} else {self.expression(kind, depth - 1)})"
        return getattr(self, f"make_{kind}")(lambda wanted: self.expression(wanted, depth - 1))

    def arguments(self, parameters: list[str], depth: int) -> str:
        return ", ".join(self.expression(kind, depth) for kind in parameters)

    def make_int(self, of: Callable[[str], str]) -> str:
        choose = self.rng.choice
        return choose(
            [
                lambda: f"({of('int')} {choose(['+', '-', '*'])} {of('int')})",
                lambda: f"({of('int')} {choose(['//', '%'])} {of('int')})",
                lambda: f"({of('int')} {choose(['&', '|', '^'])} {of('int')})",
                lambda: f"(({of('int')} % 100) {choose(['<<', '>>', '**'])} {choose('0123')})",
                lambda: f"({choose(['-', '~', '+'])}{of('int')})",
                lambda: f"{choose(['abs', 'int', 'round'])}({of('int')})",
                lambda: f"len({of(choose(['str', 'list', 'dict', 'words', 'tuple']))})",
                lambda: f"{choose(['sum', 'max', 'min', 'len'])}({of('list')})",
                lambda: f"{of('list')}[{choose(['0', '-1', '1', '2'])}]",
                lambda: f"{of('dict')}.get({choose(['chr(97)', repr('k'), repr('x')])}, {of('int')})",
                lambda: f"{of('str')}.{choose(METHODS['int'])}",
                lambda: f"int({of('float')})",
                lambda: f"ord({choose(['chr(65)', repr('z'), repr('é')])})",
                lambda: f"sum(x * {of('int')} for x in {of('list')})",
                lambda: f"{of('list')}.{choose(['count', 'index'])}({of('int')})",
                lambda: f"divmod({of('int')}, {of('int')})[{choose('01')}]",
                lambda: f"(lambda a, b={of('int')}: a - b)({of('int')})",
                lambda: f"int({choose([repr('17'), repr(' 5 '), repr('-3'), repr('0x1f') + ', 16'])})",
            ]
        )()

    def make_float(self, of: Callable[[str], str]) -> str:
        choose = self.rng.choice
        return choose(
            [
                lambda: f"({of('float')} {choose(['+', '-', '*'])} {of('float')})",
                lambda: f"({of('int')} / {of('int')})",
                lambda: f"({of('float')} {choose(['//', '%', '/'])} {of('float')})",
                lambda: f"round({of('float')}, {choose('0123')})",
                lambda: f"float({of('int')})",
                lambda: f"({of('float')} + {of('int')})",
                lambda: f"(-{of('float')})",
                lambda: f"abs({of('float')})",
            ]
        )()

    def make_str(self, of: Callable[[str], str]) -> str:
        choose = self.rng.choice
        return choose(
            [
                lambda: f"({of('str')} + {of('str')})",
                lambda: f"({of('str')} * {choose('0123')})",
                lambda: f"{of('str')}.{choose(METHODS['str'])}",
                lambda: f"{of('str')}[{choose(['::-1', '1:', ':-1', ':3', '-2:', '::2', '0', '1:4', '-1'])}]",
                lambda: f"{choose(['str', 'repr', 'ascii', 'hex', 'bin'])}({of('int')})",
                lambda: f"{choose(['str', 'repr'])}({of(choose(TYPES))})",
                lambda: f"{choose([repr(', '), repr(''), repr('-')])}.join({of('words')})",
                lambda: self.format_string(of),
                lambda: f"('%{choose(['d', '5d', 's', '-6s', 'x', '05d', 'r', '.2f'])}|' % {of('int')})",
                lambda: f"'{{:{choose(SPECS['int'])}}} {{!r}}'.format({of('int')}, {of('str')})",
                lambda: f"{of('words')}[{choose(['0', '-1'])}]",
                lambda: f"''.join(c for c in {of('str')} if c {choose(['in', 'not in'])} 'aeiou')",
                lambda: f"type({of(choose(TYPES))}).__name__",
                lambda: f"{choose(['max', 'min'])}({of('words')}, key=len)",
                lambda: f"''.join(sorted({of('str')}))",
            ]
        )()

    def format_string(self, of: Callable[[str], str]) -> str:
        kind = self.rng.choice(list(SPECS))
        inner = of(kind)
        if any(mark in inner for mark in "'\"\\{}:!#"):
            inner = self.rng.choice(self.scope[kind] or ["5"])
        conversion = "!r" if kind == "str" and self.chance(0.3) else ""
        return f"f'<{{{inner}{conversion}:{self.rng.choice(SPECS[kind])}}}>'"

    def make_bool(self, of: Callable[[str], str]) -> str:
        choose = self.rng.choice
        return choose(
            [
                lambda: f"({of('int')} {choose(['<', '<=', '>', '>=', '==', '!='])} {of('int')})",
                lambda: f"({of('int')} < {of('int')} <= {of('int')})",
                lambda: f"({of('str')} {choose(['<', '==', '!=', 'in', 'not in'])} {of('str')})",
                lambda: f"({of('bool')} {choose(['and', 'or', '=='])} {of('bool')})",
                lambda: f"(not {of(choose(TYPES))})",
                lambda: f"({of('int')} {choose(['in', 'not in'])} {of('list')})",
                lambda: f"({of('list')} {choose(['==', '<', '>='])} {of('list')})",
                lambda: f"isinstance({of(choose(TYPES))}, {choose(['int', 'str', '(int, str)', 'list', 'int | None'])})",
                lambda: f"{of('str')}.{choose(METHODS['bool'])}",
                lambda: f"{choose(['any', 'all'])}(x > {of('int')} for x in {of('list')})",
                lambda: f"bool({of(choose(TYPES))})",
                lambda: f"({choose([repr('a'), repr('k')])} in {of('dict')})",
                lambda: f"({of('dict')} == {of('dict')})",
                lambda: f"({of('tuple')} {choose(['==', '!='])} {of('tuple')})",
            ]
        )()

    def make_list(self, of: Callable[[str], str]) -> str:
        choose = self.rng.choice
        return choose(
            [
                lambda: f"[{of('int')}, {of('int')}]",
                lambda: f"({of('list')} + {of('list')})",
                lambda: f"({of('list')} * {choose('012')})",
                lambda: f"{of('list')}[{choose(['::-1', '1:', ':2', '-2:', '::2', '1:-1', ':'])}]",
                lambda: f"sorted({of('list')}{choose(['', ', reverse=True', ', key=lambda x: -x', ', key=abs'])})",
                lambda: f"[x {choose(['+', '*', '-', '%'])} {of('int')} for x in {of('list')}]",
                lambda: f"[x for x in {of('list')} if x {choose(['> 2', '% 2', '!= 1', 'is not None'])}]",
                lambda: f"[x * y for x in {of('list')}[:3] for y in {of('list')}[:3]]",
                lambda: f"list(map({choose(['abs', 'str', 'lambda x: x + 1', 'bool'])}, {of('list')}))",
                lambda: f"list(range({choose(['5', '2, 6', '8, 0, -3', '0'])}))",
                lambda: f"[*{of('list')}, {of('int')}]",
                lambda: f"list({of('dict')}.values())",
                lambda: f"[len(w) for w in {of('words')}]",
                lambda: f"sorted(set({of('list')}))",
                lambda: f"[i * v for i, v in enumerate({of('list')})]",
                lambda: f"list(filter(None, {of('list')}))",
                lambda: f"[a - b for a, b in zip({of('list')}, {of('list')})]",
                lambda: f"list(reversed({of('list')}))",
            ]
        )()

    def make_words(self, of: Callable[[str], str]) -> str:
        choose = self.rng.choice
        return choose(
            [
                lambda: f"{of('str')}.{choose(METHODS['words'])}",
                lambda: f"[{of('str')}, {of('str')}]",
                lambda: f"sorted({of('words')}{choose(['', ', key=len', ', key=str.lower', ', reverse=True'])})",
                lambda: f"[w.{choose(METHODS['str'])} for w in {of('words')}]",
                lambda: f"list({of('dict')})",
                lambda: f"list({of('str')}[:5])",
                lambda: f"[str(x) for x in {of('list')}]",
                lambda: f"({of('words')} + {of('words')})",
            ]
        )()

    def make_dict(self, of: Callable[[str], str]) -> str:
        choose = self.rng.choice
        return choose(
            [
                lambda: f"{{'a': {of('int')}, {of('str')}: {of('int')}}}",
                lambda: f"{{**{of('dict')}, 'k': {of('int')}}}",
                lambda: f"({of('dict')} | {of('dict')})",
                lambda: f"{{w: len(w) for w in {of('words')}}}",
                lambda: f"dict(zip({of('words')}, {of('list')}))",
                lambda: f"{{k: v * 2 for k, v in {of('dict')}.items() if v}}",
                lambda: f"dict.fromkeys({of('words')}, {of('int')})",
                lambda: f"dict(sorted({of('dict')}.items()))",
            ]
        )()

    def make_tuple(self, of: Callable[[str], str]) -> str:
        choose = self.rng.choice
        return choose(
            [
                lambda: f"({of(choose(TYPES))}, {of(choose(TYPES))})",
                lambda: f"tuple({of('list')})",
                lambda: f"({of('tuple')} + {of('tuple')})",
                lambda: f"divmod({of('int')}, {of('int')})",
                lambda: f"{of('tuple')}[{choose(['::-1', '1:', ':1'])}]",
                lambda: f"{of('str')}.partition({choose([repr('l'), repr(' ')])})",
                lambda: f"tuple(enumerate({of('words')}))",
                lambda: f"(*{of('list')}, {of('str')})",
            ]
        )()

    # -- statements

    def value(self, kind: str) -> str:
        """An expression whose value stays small whatever is done again and again."""
        text = self.expression(kind)
        if not self.loops:
            return text
        if kind in ("str", "list", "words", "tuple"):
            return f"({text})[:8]"
        return f"({text}) % 1009" if kind == "int" else text

    def assign(self) -> None:
        kind = self.rng.choice(TYPES)
        text = self.value(kind)
        names = self.scope[kind]
        name = self.rng.choice(names) if names and self.chance(0.4) else self.fresh(kind[0])
        self.emit(f"{name} = {text}")
        if name not in names:
            names.append(name)

    def show(self) -> None:
        kinds = [self.rng.choice(TYPES) for _ in range(self.rng.randint(1, 3))]
        self.emit(f"print({', '.join(self.expression(kind) for kind in kinds)})")

    def change(self) -> None:
        """Change a value in place."""
        kind = self.rng.choice(["list", "dict", "int", "str", "words"])
        if not self.scope[kind]:
            return self.assign()
        name, choose = self.rng.choice(self.scope[kind]), self.rng.choice
        item = self.expression("str" if kind == "words" else "int", 1)
        self.emit(
            {
                "list": lambda: choose([f"{name}.append({item})", f"{name}.sort()", f"{name}.reverse()", f"{name}[:2] = [{item}]", f"{name}[0] = {item}", f"del {name}[-1]", f"{name}.insert(1, {item})", f"{name}.remove({item})", f"print({name}.pop())", f"{name}[1:1] = {self.expression('list', 1)}[:3]"]),
                "words": lambda: choose([f"{name}.append({item})", f"{name}.sort()", f"{name}.extend(({item}, 'w'))", f"{name}[-1] = {item}"]),
                "dict": lambda: choose([f"{name}['n'] = {item}", f"{name}.setdefault('s', {item})", f"{name}.update(u={item})", f"{name}.pop('a', None)", f"del {name}['b']", f"{name}['a'] += {item}"]),
                "int": lambda: f"{name} {choose(['+=', '-=', '//=', '%=', '^=', '|='])} {item}",
                "str": lambda: f"{name} += {self.expression('str', 1)}[:4]",
            }[kind]()
        )

    def unpack(self) -> None:
        a, b = self.fresh("i"), self.fresh("l")
        self.emit(self.rng.choice([f"{a}, *{b} = {self.expression('list')}", f"*{b}, {a} = {self.expression('list')}", f"{a}, {b} = {self.expression('int')}, {self.expression('list')}"]))
        self.scope["int"].append(a)
        self.scope["list"].append(b)

    def condition(self) -> None:
        with self.block(f"if {self.expression('bool')}:"):
            self.statements(2)
        if self.chance(0.3):
            with self.block(f"elif {self.expression('bool')}:"):
                self.statements(1)
        if self.chance(0.5):
            with self.block("else:"):
                self.statements(2)

    def loop(self) -> None:
        kind, source = self.rng.choice([("int", f"range({self.rng.randint(1, 4)})"), ("int", f"({self.expression('list')})[:4]"), ("str", f"({self.expression('words')})[:4]"), ("str", f"list({self.expression('dict')})[:4]")])
        name = self.fresh("x")
        self.loops += 1
        with self.block(f"for {name} in {source}:"):
            self.scope[kind].append(name)
            if self.chance(0.2):
                self.emit(f"if {self.expression('bool')}: {self.rng.choice(['continue', 'break'])}")
            self.statements(2)
        self.loops -= 1
        if self.chance(0.2):
            with self.block("else:"):
                self.show()

    def counted(self) -> None:
        name = self.fresh("n")
        self.emit(f"{name} = {self.rng.randint(1, 4)}")
        self.loops += 1
        with self.block(f"while {name} > 0:"):
            self.emit(f"{name} -= 1")
            self.statements(2)
        self.loops -= 1

    def attempt(self) -> None:
        with self.block("try:"):
            self.statements(2)
        kinds = self.rng.choice(["Exception", "(TypeError, ValueError)", "ZeroDivisionError", "LookupError", "(NameError, AttributeError)"])
        with self.block(f"except {kinds} as error:"):
            self.emit("print(type(error).__name__, error)")
        if kinds != "Exception":
            with self.block("except Exception as error:"):
                self.emit("print('other', repr(error))")
        if self.chance(0.3):
            with self.block("else:"):
                self.show()
        if self.chance(0.3):
            with self.block("finally:"):
                self.emit("print('finally')")

    def match(self) -> None:
        subject = self.rng.choice(["int", "list", "tuple", "dict", "str"])
        with self.block(f"match {self.expression(subject)}:"):
            for pattern in self.rng.sample(["0 | 1", "int(n) if n > 10", "[]", "[first, *rest]", "(a, b)", "{'a': v}", "str() as text", "'hello' | 'a'", "[_, 2 | 3, *_]", "{'k': int(v), **others}"], 3):
                with self.block(f"case {pattern}:"):
                    self.emit(f"print({pattern!r})")
            with self.block("case _:"):
                self.show()

    def define(self) -> None:
        """A function; now and then a generator, or one with a closure."""
        name, result = self.fresh("f"), self.rng.choice(TYPES)
        parameters = [self.rng.choice(TYPES) for _ in range(self.rng.randint(0, 3))]
        names = [f"p{place}" for place in range(len(parameters))]
        outer, self.loops = self.loops, 0
        form = self.rng.choice(["plain", "plain", "closure", "generator"])
        with self.block(f"def {name}({', '.join(names)}):"):
            self.scope = {kind: [] for kind in LITERALS}
            for parameter, kind in zip(names, parameters, strict=True):
                self.scope[kind].append(parameter)
            if form == "generator":
                result = "list"
                self.loops += 1
                with self.block(f"for g in range({self.rng.randint(1, 4)}):"):
                    self.scope["int"].append("g")
                    self.statements(1)
                    self.emit(f"yield {self.expression('int')}")
                self.loops -= 1
            elif form == "closure":
                result = "int"
                self.emit("kept = 0")
                with self.block("def inner(step):"):
                    self.emit("nonlocal kept")
                    self.emit(f"kept += step {self.rng.choice('+-*')} {self.expression('int', 1)}")
                    self.emit("return kept")
                self.emit("inner(1)")
                self.emit("return inner(2) + kept")
            else:
                self.statements(2)
                self.emit(f"return {self.expression(result)}")
        self.loops = outer
        if form == "generator":
            call = f"list({name}({self.arguments(parameters, 1)}))"
            self.emit(f"print({call})")
        else:
            self.functions.append((name, parameters, result))

    def define_class(self) -> None:
        name = self.fresh("C")
        base, attributes = self.rng.choice(self.classes) if self.classes and self.chance(0.5) else ("", {})
        own = {self.fresh("a"): self.rng.choice(["int", "str", "list"]) for _ in range(self.rng.randint(1, 2))}
        with self.block(f"class {name}({base}):" if base else f"class {name}:"):
            self.scope = {kind: [] for kind in LITERALS}
            with self.block(f"def __init__({', '.join(['self', *(f'{key}={self.rng.choice(LITERALS[kind])}' for key, kind in own.items())])}):"):
                if base:
                    self.emit("super().__init__()")
                for key in own:
                    self.emit(f"self.{key} = {key}")
            with self.block("def show(self):"):
                shown = " ".join(f"{{self.{key}!r}}" for key in own)
                self.emit(f"return f'{name} {shown}'" + (" + ' / ' + super().show()" if base else ""))
            special = self.rng.choice(["__repr__", "__eq__", "__len__", "__add__", "__getitem__", "__contains__"])
            first = next(iter(own))
            body = {
                "__repr__": ("self", f"f'<{name} {{self.{first}}}>'"),
                "__eq__": ("self, other", f"self.{first} == getattr(other, {first!r}, None)"),
                "__len__": ("self", f"len(str(self.{first}))"),
                "__add__": ("self, other", f"{name}(self.{first} + getattr(other, {first!r}, other))"),
                "__getitem__": ("self, key", f"self.{first}[key]"),
                "__contains__": ("self, item", f"item == self.{first}"),
            }[special]
            with self.block(f"def {special}({body[0]}):"):
                self.emit(f"return {body[1]}")
        made = self.fresh("o")
        self.classes.append((name, {**attributes, **own}))
        self.emit(f"{made} = {name}({self.arguments(list(own.values())[: self.rng.randint(0, len(own))], 1)})")
        self.emit(f"print({made}.show(), isinstance({made}, {base or 'object'}))")
        use = self.rng.choice([f"{made}.{first}", f"len({made})", f"{made} == {name}()", f"({made} + {made}).show()", f"{made}[0]", f"1 in {made}", f"vars({made})"])
        with self.block("try:"):
            self.emit(f"print({use})")
        with self.block("except Exception as error:"):
            self.emit("print(type(error).__name__, error)")

    def statements(self, most: int) -> None:
        for _ in range(self.rng.randint(1, most)):
            nested = self.depth < 4
            self.rng.choices(
                [self.assign, self.show, self.change, self.unpack]
                + [self.condition, self.loop, self.counted, self.attempt, self.match] * nested,
                [8, 5, 5, 1] + [2, 2, 1, 2, 1] * nested,
            )[0]()

    def text(self) -> str:
        """The whole program."""
        for _ in range(self.rng.randint(5, 9)):
            if self.chance(0.25):
                self.define()
            elif self.chance(0.15):
                self.define_class()
            elif self.chance(0.85):
                with self.block("try:"):
                    before = {kind: names[:] for kind, names in self.scope.items()}
                    self.statements(4)
                with self.block("except Exception as error:"):
                    self.emit("print('caught', type(error).__name__, error)")
                self.scope = before
            else:
                self.statements(3)
        self.statements(4)
        return "\n".join(self.lines) + "\n"


def write(seed: int, numbers: range, out: Path) -> None:
    """Write the programs and what they print."""
    out.mkdir(parents=True, exist_ok=True)
    paths = []
    for number in numbers:
        paths.append(out / f"{seed}_{number:05}.py")
        paths[-1].write_text(Program(seed, number).text())
    for path, text in zip(paths, outputs(paths, SEEDS[0]), strict=True):
        if "MemoryError" in text or "OverflowError" in text:
            path.unlink()  # what fits into memory is the machine's own affair
        else:
            path.with_suffix(".expected").write_text(text)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("out", type=Path, help="the folder to fill")
    arguments = parser.parse_args()
    first, count = arguments.first, arguments.count
    write(arguments.seed, range(first, first + count), arguments.out)
    print(f"{count} programs in {arguments.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
