"""Times relationship programs on CPython with SQLAlchemy, on the engine and in WebAssembly, and prints ratios.

    python benches/compare.py [NATIVE [MODULE]]

Run it with a CPython that has the pinned SQLAlchemy.  NATIVE is the release build of the example ``time``, MODULE
the JavaScript that the build of the site leaves beside its module; what is not given is found in ``target``,
or left out.  A ratio is how many times as fast as CPython.  Each time is that of the fastest of several runs of the
whole program, the definition of its classes included.
"""

from __future__ import annotations

import gc
import io
import math
import os
import subprocess
import sys
import tempfile
import time
import warnings
from contextlib import redirect_stdout
from pathlib import Path

WORKSPACE = Path(__file__).resolve().parent.parent.parent.parent
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", WORKSPACE / "target"))
LONG_ENOUGH = 0.7  # seconds for one program
IN_NODE = """
import { readFileSync } from "node:fs";
const [module, ...paths] = process.argv.slice(1);
const face = await import(module);
const bytes = readFileSync(new URL(module.replace(/\\.js$/, "_bg.wasm")));
face.initSync({ module: bytes });
const limits = { fuel: 2 ** 53, heap_bytes: 2 ** 31 };
for (const path of paths) {
  const program = JSON.stringify({ sources: [{ text: readFileSync(path, "utf8") }], limits });
  let best = Infinity;
  const begun = performance.now();
  for (let runs = 0; runs < 3 || performance.now() - begun < 700; runs++) {
    const start = performance.now();
    const report = JSON.parse(face.run(program));
    best = Math.min(best, performance.now() - start);
    if (report.failures.length > 0) throw new Error(JSON.stringify(report.failures));
  }
  console.log(best / 1000);
}
"""
HEAD = """
from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()
"""


def models(children: str, parent: str) -> str:
    """Parent and Child with these relationships."""
    text = f"""{HEAD}
class Parent(Base):
    __tablename__ = "parent"
    id = Column(Integer, primary_key=True)
    children = {children}

class Child(Base):
    __tablename__ = "child"
    id = Column(Integer, primary_key=True)
    parent_id = Column(Integer, ForeignKey("parent.id"))
"""
    return text + (f"    parent = {parent}\n" if parent else "")


NEITHER = models('relationship("Child")', 'relationship("Parent")')
POPULATED = models(
    'relationship("Child", back_populates="parent")',
    'relationship("Parent", back_populates="children")',
)
BACKREF = models('relationship("Child", backref="parent")', "")
FAQ = """
parent = Parent()
child = Child()
child.parent = parent
print(parent.children)
"""
FROM_CHILD = POPULATED + "parent = Parent()\nfor n in range({n}):\n    Child().parent = parent\n"
FROM_PARENT = POPULATED + "parent = Parent()\nfor n in range({n}):\n    parent.children.append(Child())\n"
MOVED = POPULATED + (
    "a, b = Parent(), Parent()\na.children = [Child() for n in range({n})]\n"
    "for child in reversed(list(a.children)):\n    child.parent = b\n"
)
REPLACED = POPULATED + (
    "parent = Parent()\nparent.children = [Child() for n in range({n})]\n"
    "parent.children = [Child() for n in range({n})]\n"
)
CLASSES = (
    HEAD
    + """
for n in range({n}):
    type(f"Class{{n}}", (Base,), {{"__tablename__": f"table{{n}}", "id": Column(Integer, primary_key=True)}})
"""
)


def programs() -> dict[str, str]:
    """The programs by name."""
    found = {
        "FAQ: neither": NEITHER + FAQ,
        "FAQ: back_populates": POPULATED + FAQ,
        "FAQ: backref": BACKREF + FAQ,
        "1,000 mapped classes": CLASSES.format(n=1000),
    }
    for name, text in (
        ("linked from the child", FROM_CHILD),
        ("linked from the parent", FROM_PARENT),
        ("moved", MOVED),
        ("replaced", REPLACED),
    ):
        for n in (1_000, 10_000, 100_000):
            if name == "moved" and n > 10_000:
                continue  # SQLAlchemy's list.remove makes this quadratic: minutes
            found[f"{n:,} children {name}"] = text.format(n=n)
    return found


def on_cpython(text: str) -> float:
    """The seconds of the fastest run here."""
    code = compile(text, "program.py", "exec")
    best, runs, begun = math.inf, 0, time.perf_counter()
    while runs < 3 or time.perf_counter() - begun < LONG_ENOUGH:
        gc.collect()
        start = time.perf_counter()
        with redirect_stdout(io.StringIO()), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            exec(code, {"__name__": "__main__"})
        best = min(best, time.perf_counter() - start)
        runs += 1
        if time.perf_counter() - begun > 20:
            break
    return best


def elsewhere(*command: str | Path) -> list[float]:
    """What a command prints, a number for each program."""
    run = subprocess.run([*command], stdout=subprocess.PIPE, text=True, check=True)
    return [float(line) for line in run.stdout.split()]


def main() -> None:
    native = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET / "release/examples/time"
    module = Path(sys.argv[2]) if len(sys.argv) > 2 else TARGET / "engine/playground.js"
    texts = programs()
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, text in enumerate(texts.values()):
            paths.append(Path(folder, f"{number:02}.py"))
            paths[-1].write_text(text)
        columns = {"native": elsewhere(native, *paths)}
        if module.exists():
            command = ("node", "--input-type=module", "-e", IN_NODE, module.resolve().as_uri())
            columns["wasm"] = elsewhere(*command, *paths)
    print(f"{'ms':<38} {'CPython':>9}", *(f"{name:>9} {'times':>6}" for name in columns))
    for row, (name, text) in enumerate(texts.items()):
        own = on_cpython(text)
        cells = (f"{column[row] * 1000:9.2f} {own / column[row]:6.1f}" for column in columns.values())
        print(f"{name:<38} {own * 1000:9.2f}", *cells, flush=True)


if __name__ == "__main__":
    main()
