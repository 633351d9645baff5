"""Writes recorded/signatures.txt: the parameters that SQLAlchemy's functions and classes take by name.

Run with real SQLAlchemy; the test in tests/complete.rs finds each of them among what completion offers.
"""

import inspect
from pathlib import Path

import sqlalchemy
import sqlalchemy.orm

NAMES = """
relationship backref mapped_column Column ForeignKey ForeignKeyConstraint PrimaryKeyConstraint UniqueConstraint
CheckConstraint Index MetaData Sequence Identity Computed column_property composite synonym deferred declarative_base
registry Session attribute_keyed_dict column_keyed_dict keyfunc_mapping validates String Text Numeric Float Boolean
DateTime Interval LargeBinary
""".split()


def parameters(name):
    found = getattr(sqlalchemy, name, None) or getattr(sqlalchemy.orm, name)
    for parameter in inspect.signature(found).parameters.values():
        by_name = parameter.kind in (parameter.POSITIONAL_OR_KEYWORD, parameter.KEYWORD_ONLY)
        if by_name and not parameter.name.startswith("_"):
            yield parameter.name


def main():
    lines = [f"{name}\t{' '.join(parameters(name))}\n" for name in NAMES]
    path = Path(__file__).parent.parent / "recorded" / "signatures.txt"
    path.write_text("".join(lines))


if __name__ == "__main__":
    main()
