"""Cut SQLAlchemy's relationship documentation into standalone scripts with recorded output.

    python docs_corpus.py SOURCE OUT

SOURCE is an unpacked SQLAlchemy source tree (its sdist has ``doc/build``), OUT a
folder to fill.  Run it with an interpreter that has the same SQLAlchemy.  It writes

    OUT/NAME.py, NAME.expected    a script and what it printed (see record.py)
    OUT/NAME.pycon                the same as a ``>>>`` session, where the page has prompts
    OUT/index.json                where each came from, and the fragments with their reasons

A code block stands alone when it runs after a prelude made for it: imports of the names
it uses, ``class Base(DeclarativeBase)``, and the definitions (from the same page, else
from the query guide's common setup) that it turns out to miss.  The prompts of a section
form one session; a page that SQLAlchemy tests as a doctest (test/base/test_tutorials.py)
is one session as a whole, after those of the tested pages before it that it depends on.
A script that prints nothing gets a probe that shows the relationships it configured.
"""

from __future__ import annotations

import argparse
import ast
import json
import re
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

from record import elide, execute, record
from sessions import FUTURE, IMPORT, binds, examples, statements, typed, unprompted, used

PAGES = (
    "orm/backref orm/basic_relationships orm/self_referential orm/join_conditions "
    "orm/relationship_persistence orm/cascades orm/collection_api orm/large_collections "
    "orm/quickstart orm/session_basics orm/session_state_management "
    "orm/queryguide/relationships tutorial/orm_data_manipulation "
    "tutorial/orm_related_objects tutorial/metadata"
).split()
TUTORIAL = (
    "tutorial/index tutorial/engine tutorial/dbapi_transactions tutorial/metadata "
    "tutorial/data tutorial/data_insert tutorial/data_select tutorial/data_update "
    "tutorial/orm_data_manipulation tutorial/orm_related_objects"
).split()
TESTED = {page: TUTORIAL[:place] for place, page in enumerate(TUTORIAL)}
TESTED |= {"orm/quickstart": [], "orm/large_collections": []}  # page: the pages before it
SETUP = "orm/queryguide/_plain_setup"  # User, Address, Order, Item: the last resort
IMPORTS = {
    "decimal": "Decimal",
    "typing": "Any Dict List Optional Set",
    "sqlalchemy": "Boolean CheckConstraint Column DateTime ForeignKey ForeignKeyConstraint "
    "Integer MetaData PrimaryKeyConstraint String Table UniqueConstraint and_ cast "
    "create_engine delete desc event exists func insert inspect join or_ select text update",
    "sqlalchemy.dialects.postgresql": "CIDR INET",
    "sqlalchemy.ext.associationproxy": "AssociationProxy association_proxy",
    "sqlalchemy.orm": "DeclarativeBase DynamicMapped KeyFuncDict Mapped MappedAsDataclass "
    "MappedCollection Session WriteOnlyMapped aliased attribute_keyed_dict backref "
    "column_keyed_dict column_property configure_mappers contains_eager declarative_base "
    "defaultload defer foreign immediateload joinedload keyfunc_mapping lazyload "
    "mapped_collection mapped_column object_session raiseload registry relationship remote "
    "selectinload sessionmaker subqueryload validates with_loader_criteria with_parent",
    "sqlalchemy.orm.collections": "InstrumentedList attribute_mapped_collection collection",
}
DEFAULTS = {  # definitions that pages take for granted
    "Base": "class Base(DeclarativeBase):\n    pass",
    "mapper_registry": "mapper_registry = registry()",
    "engine": 'engine = create_engine("sqlite://")\nBase.metadata.create_all(engine)',
    "e": 'e = create_engine("sqlite://")\nBase.metadata.create_all(e)',
    "session": "session = Session(engine)",
    "sess": "sess = Session(engine)",
    "obj": 'obj = User(name="some object")',
    "my_object": 'my_object = User(name="my object")',
    "existing_object": 'existing_object = User(id=1, name="existing object")',
    "some_object": 'some_object = User(name="some object")',
    "some_other_object": 'some_other_object = User(name="some other object")',
    "someobject": 'someobject = User(name="some object")\nsession.add(someobject)',
    "obj1": 'obj1 = User(name="object 1")\nsession.add(obj1)\nsession.flush()',
    "obj2": 'obj2 = User(name="object 2")\nsession.add(obj2)\nsession.flush()',
}
ELSEWHERE = 'engine = create_engine("postgresql+psycopg2://scott:tiger@localhost/")'
PROBE = """configure_mappers()
for entity in ({},):
    for rel in sorted(inspect(entity).relationships, key=lambda rel: rel.key):
        secondary = None if rel.secondary is None else rel.secondary.name
        print(entity.__name__, rel.key, rel.mapper.class_.__name__, rel.direction.name)
        print("   ", rel.uselist, rel.back_populates, secondary, sorted(rel.cascade))
"""
MARKER = re.compile(r"{(?:stop|sql|opensql|execsql|printsql)}")
OUTPUT = re.compile(r"{(?:sql|opensql|execsql|printsql)}.*?(?:{stop}|\Z)", re.S)
DISABLED = re.compile(r"^\.\. doctest-disable.*?(?=^\.\. doctest-enable|\Z)", re.M | re.S)
CODE = re.compile(r" *\.\. +(?:sourcecode|code-block):: *(\S*)$")
MISSING = re.compile(
    r"name '(\w+)' is not defined|failed to locate a name \('(\w+)'\)|find table '(\w+)' with"
)
Found = tuple[tuple[int, int, int], str]  # a definition: its place and its source


@dataclass
class Block:
    """A block of code on a page, or the prompts of a section."""

    page: str
    line: int
    section: str
    text: str
    nearby: str = ""  # the block as written and what follows it
    echo: bool = False  # whether the page shows the SQL it emits

    @property
    def session(self) -> bool:
        return ">>>" in self.text


@dataclass
class Entry:
    """What became of a block: a script, or a fragment with the reason why not."""

    name: str
    page: str
    line: int
    session: bool
    context: list[str] = field(default_factory=list)  # the first lines of what was added
    probe: bool = False
    reason: str = ""


def blocks(page: str, text: str) -> Iterator[Block]:
    """The blocks of Python on a page, in order."""
    lines = text.split("\n")
    section, number = "", 0
    while number < len(lines):
        line = lines[number]
        number += 1
        if re.fullmatch(r"([=~^\-\"#*])\1{2,}", line) and number > 1:
            section = f"{lines[number - 2].strip()} ({number})"
        directive = CODE.match(line)
        literal = line.rstrip().endswith("::") and not line.lstrip().startswith("..")
        if (not directive and not literal) or (directive and directive[1] in ("text", "sql")):
            continue
        while number < len(lines) and not lines[number].strip():
            number += 1
        start, indent = number, len(line) - len(line.lstrip())
        while number < len(lines) and (
            not lines[number].strip() or len(lines[number]) - len(lines[number].lstrip()) > indent
        ):
            number += 1
        body = textwrap.dedent("\n".join(lines[start:number])).strip("\n") + "\n"
        if body.strip():
            plain = MARKER.sub("", body) if ">>>" in body else OUTPUT.sub("", body)
            plain = plain.replace(ELSEWHERE, DEFAULTS["engine"])
            nearby = "\n".join(lines[start : number + 12])
            yield Block(page, start + 1, section, plain, nearby, "{execsql}" in body)


def definition(name: str, place: int, page: list[Block], setup: list[Block]) -> Found | None:
    """The nearest definition of a name: earlier on the page, a default, later, in the setup.

    Classes sort before defaults, and defaults before the statements that may use them.
    """
    earlier = [] if name in DEFAULTS and name != "Base" else range(place - 1, -1, -1)
    later = range(place, len(page))
    blocks_in_order = [(number + len(setup), page[number]) for number in earlier]
    if name not in DEFAULTS:
        blocks_in_order += [(number + len(setup), page[number]) for number in later]
        blocks_in_order += list(enumerate(setup))
    for number, block in blocks_in_order:
        for row, (node, text) in enumerate(statements(block.text)):
            complete = "(Base)" not in text or "primary_key" in text
            if binds(node, text, name) and complete and not isinstance(node, IMPORT):
                late = isinstance(node, ast.Assign) and "Table(" not in text
                return (-1 if name == "Base" else 2 if late else 0, number, row), text
    if name not in DEFAULTS:
        return None
    return (-1 if name == "Base" else 1, list(DEFAULTS).index(name), 0), DEFAULTS[name]


def prelude(context: list[str], body: str, future: bool) -> str:
    """Imports for, and then, the statements that a body needs before it."""
    own = statements(body)
    made = [pair for part in context for pair in statements(part)]
    made += [pair for pair in own if not isinstance(pair[0], IMPORT)]
    wanted = {name for name in used([body]) if not any(binds(*pair, name) for pair in own)}
    wanted |= used(context)
    head = FUTURE if future else ""
    if "datetime" in wanted:
        whole = any("datetime.datetime" in part for part in (*context, body))
        head += "import datetime\n" if whole else "from datetime import datetime\n"
    for module, exported in IMPORTS.items():
        names = [name for name in exported.split() if name in wanted]
        names = [name for name in names if not any(binds(*pair, name) for pair in made)]
        head += f"from {module} import {', '.join(names)}\n" if names else ""
    return "\n\n\n".join(part.strip("\n") for part in (head, *context) if part) + "\n\n\n"


def whole_page(source: Path, page: str) -> str:
    """The tested prompts of a page as one session."""
    text = MARKER.sub("", DISABLED.sub("", (source / f"{page}.rst").read_text()))
    return "".join(typed(example) for example in examples(text))


def tested(source: Path, page: str) -> Block:
    """The session of a tested page after the least of the tested pages before it."""
    body = whole_page(source, page)
    needed = [whole_page(source, other) for other in TESTED[page]]
    end = '>>> print("-" * 79)\n'

    def outcome(parts: list[str]) -> list[str]:
        text = "".join(parts)
        run = execute(typed(prelude([], text + body, False)) + text + end + body, page, True)
        shown = re.sub(r"\[(generated|cached).*?\]", "", run.output.split("-" * 79)[-1])
        return sorted(re.findall(r"\w+", shown))  # the order within a line may vary

    goal = outcome(needed)
    for part in needed[:]:
        rest = [other for other in needed if other is not part]
        needed = rest if outcome(rest) == goal else needed
    return Block(page, 0, "", "".join(needed) + body)


def trial(block: Block, place: int, page: list[Block], setup: list[Block]) -> tuple[Entry, str]:
    """Run a block after what it misses; its entry, and its source when it has no reason."""
    name = f"{block.page.replace('/', '_')}_{block.line:04d}"
    entry = Entry(name, block.page, block.line, block.session)
    if not statements(block.text):
        entry.reason = "not Python as it stands"
        return entry, ""
    body = block.text
    future = any(FUTURE in other.text for other in (*page[:place], block))
    context: set[Found] = set()
    base = definition("Base", place, page, setup)
    if (
        base
        and "Base" in used([body])
        and not any(binds(*pair, "Base") for pair in statements(body))
    ):
        context.add(base)
    while True:
        before = [text for _, text in sorted(context)]
        head = prelude(before, body, future)
        source = (
            typed(head) + body if block.session else head + body.replace(FUTURE, "").lstrip("\n")
        )
        run = execute(source, name, block.session)
        errors = [error for error in (*run.raised, run.error) if error]
        missing = next(filter(None, map(MISSING.search, errors)), None)
        found = missing and definition(str(missing[missing.lastindex or 1]), place, page, setup)
        if found and block.echo and found[1] == DEFAULTS["engine"]:
            found = (found[0], f"{found[1]}\nengine.echo = True")
        if found and found not in context:
            context.add(found)
        elif block.session or errors or run.output or entry.probe:
            break
        else:
            probes = [PROBE.format(", ".join(run.mapped))] if run.mapped else []
            probes += [f"print({name})\n" for name in run.clauses if name in ("stmt", "statement")]
            if not probes:
                break
            entry.probe = True
            body += "\n\n# probe\n" + "".join(probes)
    entry.context = [text.split("\n")[0] for text in before]
    kinds = [error.split(":")[0].rsplit(".")[-1] for error in errors]
    for error, kind in zip(errors, kinds, strict=True):
        documented = kind in block.nearby or not block.line
        mapping = entry.probe and not missing  # configuring the mappings is what fails
        if not documented and not mapping:
            entry.reason = elide(error.split("\n")[0])
            break
    return entry, source


def corpus(source: Path, name: str, setup: list[Block]) -> Iterator[tuple[Entry, str]]:
    """What a page yields: its session if tested, then its blocks and sections."""
    text = (source / f"{name}.rst").read_text()
    page = list(blocks(name, text))
    covered = 0
    if name in TESTED:
        off = DISABLED.search(text)
        covered = text[: off.start()].count("\n") if off else len(text)
        yield trial(tested(source, name), 0, [], [])
    sections: dict[str, list[tuple[int, Block]]] = {}
    for place, block in enumerate(page):
        if not block.session:
            yield trial(block, place, page, setup)
        elif block.line > covered:
            sections.setdefault(block.section, []).append((place, block))
    for members in sections.values():
        place, first = members[0]
        text, nearby = (
            "".join(getattr(b, part) for _, b in members) for part in ("text", "nearby")
        )
        echo = any(block.echo for _, block in members)
        joined = Block(name, first.line, first.section, text, nearby, echo)
        result = trial(joined, place, page, setup)
        if len(members) == 1 or not result[0].reason:
            yield result
        else:
            yield from (trial(block, place, page, setup) for place, block in members)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("source", type=Path, help="an unpacked SQLAlchemy source tree")
    parser.add_argument("out", type=Path, help="the folder to fill")
    arguments = parser.parse_args()
    source, out = arguments.source / "doc" / "build", arguments.out
    out.mkdir(parents=True, exist_ok=True)
    setup = list(blocks(SETUP, (source / f"{SETUP}.rst").read_text()))
    index: list[Entry] = []
    for page in PAGES:
        for entry, text in corpus(source, page, setup):
            index.append(entry)
            if entry.session and not entry.reason:
                (out / f"{entry.name}.pycon").write_text(text)
                run = execute(text, entry.name, True)
                text = unprompted(text, run.steps, run.raised)
            if not entry.reason:
                (out / f"{entry.name}.py").write_text(text)
    record(sorted(out.glob("*.py")), dates=True)
    (out / "index.json").write_text(json.dumps([asdict(entry) for entry in index], indent=1))
    runnable = sum(not entry.reason for entry in index)
    print(f"{runnable} scripts, {len(index) - runnable} fragments in {out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
