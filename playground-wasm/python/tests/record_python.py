"""Run Python programs and ``>>>`` sessions under CPython 3.11 and record what they print.

    python record_python.py PATH...            write NAME.expected beside every NAME.py / NAME.pycon
    python record_python.py --check PATH...    run again and compare with the recorded files

Run it with CPython 3.11: it starts itself once a program.  What is recorded: standard
output and standard error in one stream, tracebacks as the interpreter prints them for a
file named ``NAME.py``; of a session what the real prompt prints.  Addresses and the
traceback's frames in the standard library are elided (see ``ELISIONS``).  Every program runs under several hash seeds; a line that depends on
the seed is recorded as ``<varies>`` and compares equal to anything.
"""

from __future__ import annotations

import argparse
import ast
import doctest
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

SEEDS = ("1", "2", "3")
VARIES = "<varies>"
TIME_LIMIT = 60  # seconds for one program
LIBRARY = re.escape(os.path.dirname(os.__file__))
ELISIONS = (
    (re.compile(r"\b0x[0-9a-fA-F]{6,}"), "0x..."),
    (re.compile(rf'  File "{LIBRARY}/.*\n(?:    .*\n)*'), ""),
    (re.compile(r'  File "<string>", line \d+, in __init__\n'), ""),  # of a dataclass
    (re.compile(r"(cannot import name .* from '[\w.]+') \(.*?\)"), r"\1 (<path>)"),
)
NO_PROMPT = "import sys; sys.ps1 = sys.ps2 = ''; del sys"


def compound(source: str) -> bool:
    """Whether the prompt waits for an empty line behind a statement."""
    try:
        body = ast.parse(source).body
    except SyntaxError:
        return False
    return any(hasattr(node, "body") or hasattr(node, "cases") for node in body)


def output(path: Path, seed: str) -> str:
    """What one program prints."""
    command = [sys.executable, "-u", "-P"]
    if path.suffix == ".pycon":
        typed = "".join(
            example.source + "\n" * compound(example.source)
            for example in doctest.DocTestParser().get_examples(path.read_text())
        )
        command += ["-q", "-i", "-c", NO_PROMPT]
    else:
        typed = ""
        command.append(path.name)
    run = subprocess.run(
        command,
        input=typed.encode(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=path.parent,
        env={"PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
        timeout=TIME_LIMIT,
    )
    text = run.stdout.decode().replace(f"{path.parent.resolve()}/", "")
    if path.suffix == ".pycon":
        text = text.removesuffix("\n")  # the prompt's answer to the end of the input
    for pattern, replacement in ELISIONS:
        text = pattern.sub(replacement, text)
    return text


def outputs(paths: list[Path], seed: str) -> list[str]:
    """What the programs print under one hash seed."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(lambda path: output(path, seed), paths))


def programs(paths: list[Path]) -> Iterator[Path]:
    """The programs and sessions among the files, and anywhere in the folders, given."""
    for path in paths:
        inside = sorted(path.rglob("*")) if path.is_dir() else [path]
        yield from (entry for entry in inside if entry.suffix in (".py", ".pycon"))


def matches(expected: str, actual: str) -> bool:
    """Whether an output is the one expected, apart from the lines that vary."""
    one, other = expected.split("\n"), actual.split("\n")
    return len(one) == len(other) and all(
        left in (right, VARIES) for left, right in zip(one, other, strict=True)
    )


def record(paths: list[Path]) -> None:
    """Write NAME.expected beside every program."""
    runs = [outputs(paths, seed) for seed in SEEDS]
    for path, *texts in zip(paths, *runs, strict=True):
        versions = [text.split("\n") for text in texts]
        if len({len(version) for version in versions}) > 1:
            print(f"not repeatable: {path}")
        lines = zip(*versions, strict=False)
        merged = "\n".join(line[0] if len(set(line)) == 1 else VARIES for line in lines)
        path.with_suffix(".expected").write_text(merged)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--check", action="store_true", help="compare, do not write")
    parser.add_argument("paths", nargs="+", type=Path)
    arguments = parser.parse_args()
    if sys.version_info[:2] != (3, 11):
        parser.error(f"needs CPython 3.11, this is {sys.version.split()[0]}")
    found = list(programs(arguments.paths))
    if not arguments.check:
        record(found)
        print(f"{len(found)} recorded")
        return 0
    differing = [
        path
        for path, text in zip(found, outputs(found, SEEDS[0]), strict=True)
        if not matches(path.with_suffix(".expected").read_text(), text)
    ]
    print(*(f"differs: {path}" for path in differing), sep="\n")
    print(f"{len(found)} programs, {len(differing)} differ")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
