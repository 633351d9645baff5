"""Run Python scripts and ``>>>`` sessions under real SQLAlchemy and record what they print.

    python record.py PATH...            write NAME.expected beside every NAME.py / NAME.pycon
    python record.py --check PATH...    run again and compare with the recorded files

Run it with an interpreter that has the SQLAlchemy to be measured.  SQLAlchemy is
imported once and every script runs in a fork of this process, as ``__main__``.
What is recorded: standard output and standard error in one stream; a warning as
``Category: text``; of an uncaught exception only ``type: message``; addresses,
the paths of modules and the times of echo logs elided (see ``ELISIONS``), with ``--dates`` every date as well.
Every script runs under several hash seeds; a line that depends on the seed is recorded
as ``<varies>`` and compares equal to anything.  Folders are searched to the bottom.
"""

from __future__ import annotations

import argparse
import builtins
import codeop
import importlib
import io
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import traceback
import types
import warnings
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TextIO

from sessions import examples

SEEDS = ("1", "2", "3")
VARIES = "<varies>"
TIME_LIMIT = 60  # seconds for one script
ELISIONS = (
    (re.compile(r"\b0x[0-9a-fA-F]{6,}"), "0x..."),
    (re.compile(r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} ", re.M), "<time> "),
    (re.compile(r"\b(generated in|cached since|no key) [\d.e-]+s"), r"\1 <t>s"),
    (re.compile(r"(cannot import name .* from '[\w.]+') \(.*\)"), r"\1 (<path>)"),
)
DATES = (  # for scripts that ask for the time
    (re.compile(r"\bdatetime\.datetime\(\d[\d, ]+\)"), "<datetime>"),
    (re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?"), "<datetime>"),
)


@dataclass
class Run:
    """What one script did."""

    output: str = ""
    error: str = ""  # of the exception that ended a script
    steps: list[str] = field(default_factory=list)  # per prompt: "", "shown" or "raised"
    raised: list[str] = field(default_factory=list)  # errors at the prompts
    mapped: list[str] = field(default_factory=list)  # top-level names of mapped classes
    clauses: list[str] = field(default_factory=list)  # top-level names of SQL statements


def elide(text: str, dates: bool = False) -> str:
    """Blank out what no two runs share."""
    for pattern, replacement in ELISIONS + (DATES if dates else ()):
        text = pattern.sub(replacement, text)
    return text


def describe(error: BaseException) -> str:
    """The end of a traceback: the type and the message, which may span lines."""
    if isinstance(error, SystemExit):  # prints its argument, if that is no exit status
        return "" if error.code is None or isinstance(error.code, int) else str(error.code)
    if isinstance(error, SyntaxError):  # without the line and the caret
        return f"{type(error).__name__}: {error.msg}"
    return "".join(traceback.format_exception_only(error)).rstrip("\n")


def _show_warning(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    print(f"{category.__name__}: {message}", file=sys.stderr)


def _session(source: str, name: str, namespace: dict[str, object], run: Run) -> None:
    compiler = codeop.Compile()
    hook = sys.displayhook
    step = ""

    def display(value: object) -> None:
        nonlocal step
        if value is not None:
            step = "shown"
        hook(value)

    sys.displayhook = display
    for statement in examples(source):
        step = ""
        try:
            exec(compiler(statement, name, "single"), namespace)
        except Exception as error:
            step = "raised"
            run.raised.append(describe(error))
            print(run.raised[-1], file=sys.stderr)
        run.steps.append(step)


def _child(source: str, name: str, session: bool, run: Run) -> None:
    module = types.ModuleType("__main__")
    namespace = module.__dict__
    namespace.update(__file__=name, __builtins__=builtins)
    sys.modules["__main__"] = module
    warnings.showwarning = _show_warning
    try:
        if session:
            _session(source, name, namespace, run)
        else:
            exec(compile(source, name, "exec", dont_inherit=True), namespace)
    except BaseException as error:
        run.error = describe(error)
        if run.error:
            print(run.error, file=sys.stderr)
    for key, value in namespace.items():
        if isinstance(value, type) and "__mapper__" in vars(value):
            run.mapped.append(key)
        elif hasattr(type(value), "__clause_element__") or hasattr(
            type(value), "_generate_cache_key"
        ):
            run.clauses.append(key)


def _load() -> None:
    """Import what scripts use, so that every fork has it already."""
    for module in ("ext.associationproxy", "ext.declarative", "ext.hybrid", "ext.orderinglist"):
        importlib.import_module(f"sqlalchemy.{module}")


def execute(source: str, name: str = "script.py", session: bool = False) -> Run:
    """Run one script (or session) in a fork and return what it did."""
    _load()

    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as report:
        sys.stdout.flush()
        sys.stderr.flush()
        pid = os.fork()
        if pid == 0:
            signal.alarm(TIME_LIMIT)
            os.dup2(output.fileno(), 1)
            os.dup2(output.fileno(), 2)
            sys.stdout = sys.stderr = io.TextIOWrapper(
                os.fdopen(1, "wb", 0), encoding="utf-8", write_through=True
            )
            run = Run()
            try:
                _child(source, name, session, run)
            finally:
                sys.stdout.flush()
                report.write(json.dumps(asdict(run)).encode())
                report.flush()
                os._exit(0)
        os.waitpid(pid, 0)
        output.seek(0)
        report.seek(0)
        found = report.read()
        run = Run(**json.loads(found)) if found else Run(error="killed (time limit)")
        run.output = elide(output.read().decode())
    return run


def scripts(paths: list[Path]) -> Iterator[Path]:
    """The scripts and sessions among the files and folders given."""
    for path in paths:
        inside = sorted(path.rglob("*")) if path.is_dir() else [path]
        yield from (entry for entry in inside if entry.suffix in (".py", ".pycon"))


def outputs(paths: list[Path], dates: bool = False) -> dict[str, str]:
    """What the scripts print, run in this process (and so under its hash seed)."""
    return {
        str(path): elide(
            execute(path.read_text(), path.name, path.suffix == ".pycon").output, dates
        )
        for path in paths
    }


def matches(expected: str, actual: str) -> bool:
    """Whether an output is the one expected, apart from the lines that vary."""
    one, other = expected.split("\n"), actual.split("\n")
    return len(one) == len(other) and all(
        left in (right, VARIES) for left, right in zip(one, other, strict=True)
    )


def record(paths: list[Path], dates: bool = False) -> None:
    """Write NAME.expected beside every script."""
    runs = []
    for seed in SEEDS:
        command = [sys.executable, __file__, "--outputs", *["--dates"] * dates, *map(str, paths)]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        found = subprocess.run(command, env=environment, check=True, capture_output=True)
        runs.append(json.loads(found.stdout))
    for path in paths:
        versions = [run[str(path)].split("\n") for run in runs]
        if len({len(version) for version in versions}) > 1:
            print(f"not repeatable: {path}")
        lines = zip(*versions, strict=False)
        text = "\n".join(line[0] if len(set(line)) == 1 else VARIES for line in lines)
        path.with_suffix(".expected").write_text(text)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--check", action="store_true", help="compare, do not write")
    parser.add_argument("--outputs", action="store_true", help="print the outputs as JSON")
    parser.add_argument("--dates", action="store_true", help="elide dates, too")
    parser.add_argument("paths", nargs="+", type=Path)
    arguments = parser.parse_args()
    found = list(scripts(arguments.paths))
    if arguments.outputs:
        print(json.dumps(outputs(found, arguments.dates)))
    elif not arguments.check:
        record(found, arguments.dates)
        print(f"{len(found)} recorded")
    else:
        differing = [
            path
            for path, output in zip(found, outputs(found, arguments.dates).values(), strict=True)
            if not matches(path.with_suffix(".expected").read_text(), output)
        ]
        print(*(f"differs: {path}" for path in differing), sep="\n")
        print(f"{len(found)} scripts, {len(differing)} differ")
        return 1 if differing else 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
