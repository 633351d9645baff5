"""Write random relationship programs: a random model, random operations, every object's state after each.

    python random_relationships.py --seed S --count N OUT

writes OUT/SEED_NUMBER.py and, recorded with the SQLAlchemy of this interpreter,
OUT/SEED_NUMBER.expected.  The same seed and number give the same program, on every machine.
What real SQLAlchemy leaves to chance (the order of a set) is printed in order of names.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

from record import outputs

PAIRS = [("Parent", "Child"), ("Author", "Book"), ("Left", "Right"), ("User", "Address"), ("Team", "Player")]
PLURALS = {"child": "children", "address": "addresses"}
PLAIN = ["id = Column(Integer, primary_key=True)", "name = Column(String)"]
TYPED = ["id: Mapped[int] = mapped_column(primary_key=True)", "name: Mapped[str]"]
LINKS = ["back_populates"] * 4 + ["backref"] * 3 + ["neither"] * 2 + ["forward only", "reverse only"]
SHAPES = ["one to many"] * 4 + ["one to one"] * 2 + ["many to many"] * 3 + ["tree"] * 2 + ["graph"]
COLLECTIONS = ["list"] * 3 + ["set", "dict"]

STATE = '''
def text(value):
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {value[key]}" for key in sorted(value, key=str)) + "}"
    if isinstance(value, (set, frozenset)):
        return "{" + ", ".join(sorted(map(str, value))) + "}"
    return str(value)


def state(step):
    print(f"-- {step}")
    for thing in things:
        kept = vars(thing)
        parts = [f"{key}={text(kept[key])}" for key in keys[type(thing)] if key in kept]
        print("  ", thing, *parts)


def history(thing, key):
    found = inspect(thing).attrs[key].history
    print("  history", thing, key, *[sorted(map(str, part)) for part in found])
'''
SPY = '''
log = []


def spy(attribute, unordered=False):
    def listen(kind):
        def listener(target, value, *rest, **kw):
            if kind == "bulk_replace" and unordered:
                value = sorted(value, key=str)
            was = f" was {rest[0]}" if kind == "set" else ""
            log.append(f"   {kind} {attribute} of {target}: {text(value)}{was} [{rest[-1].op.name} {rest[-1].key}]")

        event.listen(attribute, kind, listener)

    many = ("append", "append_wo_mutation", "remove", "bulk_replace")
    for kind in many if attribute.property.uselist else ("set", "remove"):
        listen(kind)


configure_mappers()
'''


@dataclass
class Side:
    """A relationship attribute: on which class, towards which, holding what."""

    owner: str
    key: str
    target: str
    holds: str  # "scalar", "list", "set" or "dict"
    options: list[str] = field(default_factory=list)
    declared: bool = True


@dataclass
class Model:
    """Classes and the relationships between them."""

    classes: list[str]
    sides: list[Side]
    columns: dict[str, list[str]]
    tables: list[str]

    def sides_of(self, owner: str) -> list[Side]:
        return [side for side in self.sides if side.owner == owner]


def plural(word: str) -> str:
    return PLURALS.get(word, word + "s")


def link(rng: random.Random, one: Side, other: Side) -> None:
    """Connect the two sides of a relationship in one of the ways that there are."""
    how = rng.choice(LINKS)
    if how in ("back_populates", "forward only"):
        one.options.append(f'back_populates="{other.key}"')
    if how in ("back_populates", "reverse only"):
        other.options.append(f'back_populates="{one.key}"')
    if how == "backref":
        keywords = [option for option in other.options if not option.startswith("secondary")]
        inner = ", ".join([f'"{other.key}"', *keywords])
        one.options.append(f"backref=backref({inner})" if keywords else f'backref="{other.key}"')
        other.declared = False
    elif rng.random() < 0.06:
        rng.choice((one, other)).options.append("viewonly=True")


def collection(rng: random.Random, side: Side) -> None:
    """Choose what a side of many holds."""
    side.holds = rng.choice(COLLECTIONS)
    if side.holds == "set":
        side.options.append("collection_class=set")
    elif side.holds == "dict":
        side.options.append('collection_class=attribute_keyed_dict("name")')


def model(rng: random.Random) -> Model:
    """One or two relationships between two classes, or of a class with itself."""
    one, other = rng.choice(PAIRS)
    shape = rng.choice(SHAPES)
    if shape in ("tree", "graph"):
        made = Model([one], [], {one: []}, [])
        tree(rng, made) if shape == "tree" else graph(rng, made)
        return made
    made = Model([one, other], [], {one: [], other: []}, [])
    if shape == "many to many":
        many_to_many(rng, made)
    else:
        by_foreign_key(rng, made, shape)
        if rng.random() < 0.2:
            many_to_many(rng, made, "linked_")
    return made


def tree(rng: random.Random, made: Model) -> None:
    """An adjacency list."""
    [one] = made.classes
    made.columns[one].append(f'parent_id = Column(ForeignKey("{one.lower()}.id"))')
    down, up = Side(one, "children", one, "list"), Side(one, "parent", one, "scalar")
    collection(rng, down)
    up.options.append(f'remote_side="{one}.id"')
    link(rng, down, up) if rng.random() < 0.7 else link(rng, up, down)
    made.sides += [down, up]


def graph(rng: random.Random, made: Model) -> None:
    """Many to many of a class with itself."""
    [one] = made.classes
    columns = [f'Column("{name}", ForeignKey("{one.lower()}.id"))' for name in ("source", "target")]
    made.tables.append(f'link = Table("link", Base.metadata, {", ".join(columns)})')
    ahead, behind = Side(one, "following", one, "list"), Side(one, "followers", one, "list")
    for side, near, far in ((ahead, "source", "target"), (behind, "target", "source")):
        collection(rng, side)
        side.options.insert(0, f'secondaryjoin="{one}.id == link.c.{far}"')
        side.options.insert(0, f'primaryjoin="{one}.id == link.c.{near}"')
        side.options.insert(0, "secondary=link")
    link(rng, ahead, behind)
    made.sides += [ahead, behind]


def many_to_many(rng: random.Random, made: Model, prefix: str = "") -> None:
    """Over a table of its own."""
    one, other = made.classes
    low, high = one.lower(), other.lower()
    columns = f'Column("left", ForeignKey("{low}.id")), Column("right", ForeignKey("{high}.id"))'
    made.tables.append(f'link = Table("link", Base.metadata, {columns})')
    left = Side(one, prefix + plural(high), other, "list")
    right = Side(other, prefix + plural(low), one, "list")
    for side in (left, right):
        collection(rng, side)
        side.options.insert(0, "secondary=link")
    link(rng, left, right)
    made.sides += [left, right]


def by_foreign_key(rng: random.Random, made: Model, shape: str) -> None:
    """One to many or one to one."""
    one, other = made.classes
    low, high = one.lower(), other.lower()
    made.columns[other].append(f'{low}_id = Column(ForeignKey("{low}.id"))')
    many, single = Side(one, plural(high), other, "list"), Side(other, low, one, "scalar")
    if shape == "one to one":
        many.key, many.holds = high, "scalar"
        many.options.append("uselist=False")
        if rng.random() < 0.15:
            single.options.append("single_parent=True")
    else:
        collection(rng, many)
    link(rng, many, single) if rng.random() < 0.7 else link(rng, single, many)
    made.sides += [many, single]


def attribute(side: Side, typed: bool) -> str:
    """A relationship as it stands in a class."""
    if not typed:
        return f"{side.key} = relationship({', '.join([repr_of(side.target), *side.options])})"
    options = [option for option in side.options if not option.startswith(("collection_class=set", "uselist"))]
    inner = {"list": "list[{}]", "set": "set[{}]", "dict": "dict[str, {}]", "scalar": "{}"}[side.holds]
    quoted = inner.format(repr_of(side.target))
    return f"{side.key}: Mapped[{quoted}] = relationship({', '.join(options)})"


def repr_of(name: str) -> str:
    return f'"{name}"'


def declaration(made: Model, typed: bool, validated: Side | None) -> str:
    """The mapped classes as a learner writes them, with annotations or without."""
    base = "class Base(DeclarativeBase):\n    pass" if typed else "Base = declarative_base()"
    parts = [base, *made.tables]
    for name in made.classes:
        lines = [f"class {name}(Base):", f'    __tablename__ = "{name.lower()}"']
        lines += [f"    {column}" for column in (TYPED if typed else PLAIN)]
        lines += [f"    {column}" for column in made.columns[name]]
        lines += [f"    {attribute(side, typed)}" for side in made.sides_of(name) if side.declared]
        lines += ["", "    def __repr__(self):", "        return str(self.name)"]
        if validated and validated.owner == name and validated.declared:
            lines += [
                "",
                f'    @validates("{validated.key}")',
                "    def check(self, key, value):",
                '        print("  validates", self, key, value)',
                "        return value",
            ]
        parts.append("\n".join(lines))
    return "\n\n\n".join(parts)


class Operations:
    """Random operations on the objects of a model."""

    def __init__(self, rng: random.Random, made: Model) -> None:
        self.rng, self.model = rng, made
        self.objects: dict[str, list[str]] = {name: [] for name in made.classes}
        self.count = 0

    def create(self, name: str, keywords: str = "") -> list[str]:
        """The statement that makes one more object, and its name."""
        self.count += 1
        new = f"{name[0].lower()}{self.count}"
        given = f'name="{new}"' + (f", {keywords}" if keywords else "")
        self.objects[name].append(new)
        return [f"{new} = {name}({given})", f"things.append({new})"]

    def some(self, name: str) -> str:
        return self.rng.choice(self.objects[name])

    def several(self, name: str, most: int = 3) -> list[str]:
        return [self.some(name) for _ in range(self.rng.randint(0, most))]

    def distinct(self, name: str, most: int = 3) -> list[str]:
        found = self.several(name, most)
        return [each for place, each in enumerate(found) if each not in found[:place]]

    def literal(self, side: Side, kind: str | None = None) -> str:
        """A whole new value for a collection, of its own kind unless told otherwise."""
        kind = kind or side.holds
        if kind == "dict":
            return "{" + ", ".join(f"{x}.name: {x}" for x in self.distinct(side.target)) + "}"
        if kind == "set":
            found = ", ".join(self.distinct(side.target))
            return "{" + found + "}" if found else "set()"
        return "[" + ", ".join(self.several(side.target)) + "]"

    def operation(self) -> list[str]:
        """The statements of one step."""
        rng = self.rng
        side = rng.choice(self.model.sides)
        if rng.random() < 0.1:
            value = self.some(side.target) if side.holds == "scalar" else self.literal(side)
            return self.create(side.owner, f"{side.key}={value}")
        owner = self.some(side.owner)
        if rng.random() < 0.07:
            return [f"history({owner}, {side.key!r})"]
        if rng.random() < 0.06:
            return [f"print('  read', text({owner}.{side.key}))"]
        return getattr(self, f"on_{side.holds}")(side, owner, f"{owner}.{side.key}")

    def on_scalar(self, side: Side, owner: str, place: str) -> list[str]:
        return [
            self.rng.choices(
                [
                    f"{place} = {self.some(side.target)}",
                    f"{place} = None",
                    f"del {place}",
                    f"{place} = {self.some(side.owner)}.{side.key}",
                    f"{place} = {self.rng.choice(['5', repr('x'), '[]'])}",
                ],
                [12, 4, 3, 3, 1],
            )[0]
        ]

    def on_list(self, side: Side, owner: str, place: str) -> list[str]:
        rng, x, i, j = self.rng, self.some(side.target), self.rng.randint(-2, 3), self.rng.randint(0, 4)
        wrong = rng.choice(["None", f"({x},)", f"{{{x}}}", "5", x, f"(y for y in [{x}])"])
        statements = [
            (f"{place}.append({x})", 10),
            (f"{place}.insert({i}, {x})", 3),
            (f"{place}.extend({self.literal(side, 'list')})", 3),
            (f"{place} += {self.literal(side, 'list')}", 3),
            (f"{place}.remove({x})", 6),
            (f"print('  popped', {place}.pop())", 3),
            (f"print('  popped', {place}.pop({i}))", 2),
            (f"del {place}[{i}]", 3),
            (f"del {place}[{i}:{j}]", 2),
            (f"{place}[{i}] = {x}", 4),
            (f"{place}[{i}:{j}] = {self.literal(side, 'list')}", 3),
            (f"{place}[::2] = {self.literal(side, 'list')}", 2),
            (f"{place}[:] = {place}", 1),
            (f"{place}.clear()", 2),
            (f"{place}.reverse()", 1),
            (f"{place}.sort(key=str)", 1),
            (f"{place} *= 2", 1),
            (f"{place} = {self.literal(side, 'list')}", 8),
            (f"{place} = {self.some(side.owner)}.{side.key}", 3),
            (f"{place} = {place} + [{x}]", 2),
            (f"{place}.extend({self.some(side.owner)}.{side.key})", 2),
            (f"del {place}", 2),
            (f"{place} = {wrong}", 1),
            (f"{place}.append({rng.choice(['None', '5', repr('x'), owner])})", 1),
        ]
        return [rng.choices([s for s, _ in statements], [weight for _, weight in statements])[0]]

    def on_set(self, side: Side, owner: str, place: str) -> list[str]:
        rng, x = self.rng, self.some(side.target)
        other = f"set({self.some(side.owner)}.{side.key})"
        statements = [
            (f"{place}.add({x})", 10),
            (f"{place}.remove({x})", 4),
            (f"{place}.discard({x})", 4),
            (f"{place}.update({self.literal(side, 'list')})", 3),
            (f"{place}.update({other})", 2),
            (f"{place} |= {self.literal(side)}", 2),
            (f"{place} -= {self.literal(side)}", 2),
            (f"{place} &= {self.literal(side)}", 2),
            (f"{place} ^= {self.literal(side)}", 2),
            (f"{place}.difference_update({self.literal(side)})", 1),
            (f"{place}.intersection_update({other})", 1),
            (f"{place}.symmetric_difference_update({self.literal(side)})", 1),
            (f"{place}.clear()", 2),
            (f"{place} = {self.literal(side)}", 8),
            (f"{place} = {other}", 3),
            (f"del {place}", 2),
            (f"{place} = {self.literal(side, 'list')}", 1),
            (f"print('  bag', text({place} | {self.literal(side)}))", 1),
        ]
        return [rng.choices([s for s, _ in statements], [weight for _, weight in statements])[0]]

    def on_dict(self, side: Side, owner: str, place: str) -> list[str]:
        rng, x, y = self.rng, self.some(side.target), self.some(side.target)
        statements = [
            (f"{place}[{x}.name] = {x}", 10),
            (f"{place}[{x}.name] = {y}", 1),
            (f"del {place}[{x}.name]", 4),
            (f"print('  popped', {place}.pop({x}.name))", 2),
            (f"print('  popped', {place}.pop({x}.name, None))", 2),
            (f"print('  popped', {place}.popitem())", 1),
            (f"print('  default', {place}.setdefault({x}.name, {x}))", 2),
            (f"{place}.update({self.literal(side)})", 3),
            (f"{place}.clear()", 2),
            (f"{place} = {self.literal(side)}", 8),
            (f"{place} = {self.some(side.owner)}.{side.key}", 2),
            (f"del {place}", 2),
            (f"{place} = {self.literal(side, 'list')}", 1),
            (f"{place} = {{'wrong': {x}}}", 1),
        ]
        return [rng.choices([s for s, _ in statements], [weight for _, weight in statements])[0]]


def used(source: str, names: str) -> list[str]:
    """Those of some names that a source uses."""
    return [name for name in names.split() if re.search(rf"\b{name}\b", source)]


def spying(side: Side) -> str:
    """The statement that listens to a side's events."""
    return f"spy({side.owner}.{side.key}{', unordered=True' if side.holds == 'set' else ''})"


def program(seed: int, number: int) -> str:
    """The program of that number."""
    rng = random.Random(f"{seed}/{number}")
    made = model(rng)
    operations = Operations(rng, made)
    ordered = all(side.holds != "set" for side in made.sides)
    validated = rng.choice(made.sides) if ordered and rng.random() < 0.2 else None
    source = declaration(made, rng.random() < 0.4, validated)
    spied = rng.random() < 0.4
    names = used(source, "Column ForeignKey Integer String Table")
    orm = used(
        source,
        "DeclarativeBase Mapped attribute_keyed_dict backref declarative_base mapped_column "
        "relationship validates",
    )
    names += ["event"] * spied + ["inspect"]
    orm += ["configure_mappers"] * spied
    lines = [
        f"from sqlalchemy import {', '.join(sorted(names))}",
        f"from sqlalchemy.orm import {', '.join(sorted(orm))}",
        "",
        source,
        "",
        "things = []",
        "keys = {",
        *(f"    {name}: {[side.key for side in made.sides_of(name)]}," for name in made.classes),
        "}",
        "",
        STATE,
    ]
    if spied:
        lines += [SPY, *map(spying, made.sides)]
    for name in made.classes:
        for _ in range(rng.randint(2, 3)):
            lines += operations.create(name)
    for step in range(rng.randint(6, 18)):
        body = operations.operation()
        lines += ["", "try:", *(f"    {line}" for line in body)]
        # Where CPython notices a recursion that is too deep decides its message.
        lines += ["except RecursionError:", '    print("   RecursionError")']
        lines += ["except Exception as error:", '    print("  ", type(error).__name__, error)']
        if spied:
            ordered = "sorted(log)" if any(side.holds == "set" for side in made.sides) else "log"
            lines += [f"print(*{ordered}, sep='\\n', end='\\n' * bool(log))", "log.clear()"]
        lines.append(f"state({body[0]!r})")
    return "\n".join(lines) + "\n"


def write(seed: int, numbers: range, out: Path) -> None:
    """Write the programs and what they print."""
    out.mkdir(parents=True, exist_ok=True)
    paths = []
    for number in numbers:
        paths.append(out / f"{seed}_{number:05}.py")
        paths[-1].write_text(program(seed, number))
    for path, text in outputs(paths).items():
        Path(path).with_suffix(".expected").write_text(text)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("out", type=Path, help="the folder to fill")
    arguments = parser.parse_args()
    first, count = arguments.first, arguments.count
    write(arguments.seed, range(first, first + count), arguments.out)
    print(f"{count} programs in {arguments.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
