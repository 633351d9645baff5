"""Fetch SQLAlchemy's documentation and cut its relationship examples into programs.

    python corpus.py CACHE

CACHE is a folder outside the repository: nothing of SQLAlchemy's text belongs in there.  The source
distribution of the release that this interpreter has comes from PyPI by pip, once; docs_corpus.py cuts
it; CACHE/corpus/tiers.txt then says of every program which tier of features it needs (see census.py).
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tarfile
from pathlib import Path

import sqlalchemy

from census import tier

HERE = Path(__file__).parent


def source(cache: Path) -> Path:
    """The unpacked source distribution."""
    folder = cache / f"sqlalchemy-{sqlalchemy.__version__}"
    if not folder.is_dir():
        requirement = f"sqlalchemy=={sqlalchemy.__version__}"
        print(f"fetching the source distribution of {requirement}", flush=True)
        subprocess.run(
            [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary"]
            + ["sqlalchemy", "--dest", str(cache), requirement],
            env={**os.environ, "DISABLE_SQLALCHEMY_CEXT": "1"},
            check=True,
        )
        archive = next(cache.glob(f"*{sqlalchemy.__version__}.tar.gz"))
        with tarfile.open(archive) as packed:
            packed.extractall(cache, filter="data")
        archive.unlink()
    return folder


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("cache", type=Path, help="a folder outside the repository")
    cache = parser.parse_args().cache
    cache.mkdir(parents=True, exist_ok=True)
    out = cache / "corpus"
    tiers = out / "tiers.txt"
    if not tiers.exists():
        folder = source(cache)
        print("cutting the documentation's examples into programs: two minutes", flush=True)
        subprocess.run([sys.executable, HERE / "docs_corpus.py", folder, out], check=True)
        lines = [f"{path.stem} {tier(path.read_text())}" for path in sorted(out.glob("*.py"))]
        tiers.write_text("\n".join(lines) + "\n")
    print(out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
