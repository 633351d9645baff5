"""Times the programs of ``programs/`` on CPython 3.11, on the machine and in WebAssembly, and prints ratios.

    python benches/compare.py [NATIVE [MODULE]]

Run it with CPython 3.11.  NATIVE is the release build of the example ``time``, MODULE the JavaScript that
``tests/wasm_size.rs`` leaves beside its module; what is not given is found in ``target``, or left out.
A ratio above 1 is slower than CPython.  Each time is the fastest of several runs, compilation included.
"""

from __future__ import annotations

import io
import math
import os
import subprocess
import sys
import time
from contextlib import redirect_stdout
from pathlib import Path

HERE = Path(__file__).resolve().parent
WORKSPACE = HERE.parent.parent.parent
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", WORKSPACE / "target"))
PROGRAMS = sorted((HERE / "programs").glob("*.py"))
LONG_ENOUGH = 0.7  # seconds for one program
IN_NODE = """
const { run } = require(process.argv[1]);
const { readFileSync } = require("node:fs");
for (const path of process.argv.slice(2)) {
  const text = readFileSync(path, "utf8");
  let best = Infinity;
  const begun = performance.now();
  for (let runs = 0; runs < 3 || performance.now() - begun < 700; runs++) {
    const start = performance.now();
    run(text);
    best = Math.min(best, performance.now() - start);
  }
  console.log(best / 1000);
}
"""


def on_cpython(path: Path) -> float:
    """The seconds of the fastest run here."""
    text, best, runs, begun = path.read_text(), math.inf, 0, time.perf_counter()
    while runs < 3 or time.perf_counter() - begun < LONG_ENOUGH:
        start = time.perf_counter()
        with redirect_stdout(io.StringIO()):
            exec(compile(text, path.name, "exec"), {"__name__": "__main__"})
        best = min(best, time.perf_counter() - start)
        runs += 1
    return best


def elsewhere(*command: str | Path) -> list[float]:
    """What a command that is given all programs prints, a number for each."""
    run = subprocess.run([*command, *PROGRAMS], stdout=subprocess.PIPE, text=True, check=True)
    return [float(line) for line in run.stdout.split()]


def mean(ratios: list[float]) -> float:
    """The geometric mean."""
    return math.exp(sum(map(math.log, ratios)) / len(ratios))


def main() -> None:
    native = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET / "release/examples/time"
    module = Path(sys.argv[2]) if len(sys.argv) > 2 else TARGET / "tmp/python-wasm/python.js"
    print("ms on CPython", sys.version.split()[0])
    times = [on_cpython(path) for path in PROGRAMS]
    columns = {"native": elsewhere(native)}
    if module.exists():
        columns["wasm"] = elsewhere("node", "-e", IN_NODE, module)
    ratios = {
        name: [own / theirs for own, theirs in zip(column, times, strict=True)]
        for name, column in columns.items()
    }
    print(f"{'':<12} {'CPython':>9}", *(f"{name:>9} {'ratio':>6}" for name in columns))
    for row, path in enumerate(PROGRAMS):
        cells = (f"{columns[name][row] * 1000:9.1f} {ratios[name][row]:6.2f}" for name in columns)
        print(f"{path.stem:<12} {times[row] * 1000:9.1f}", *cells)
    print(f"{'mean':<22}", *(f"{mean(values):16.2f}" for values in ratios.values()))


if __name__ == "__main__":
    main()
