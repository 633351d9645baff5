"""Runs one script for `site-gen test --oracle`: its text on standard input, what it showed as JSON on standard output."""

import contextlib
import io
import json
import sys
import traceback
import types
import warnings


def main():
    script = sys.stdin.buffer.read().decode()
    answer = sys.stdout
    told = []

    def show(message, category, filename, lineno, file=None, line=None):
        told.append(f"{category.__name__}: {message}")

    warnings.showwarning = show
    module = types.ModuleType("__main__")
    sys.modules["__main__"] = module
    out, errors = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(errors):
        try:
            exec(compile(script, "script.py", "exec", dont_inherit=True), module.__dict__)
        except BaseException:
            traceback.print_exc()
    json.dump({"stdout": out.getvalue(), "stderr": errors.getvalue(), "warnings": told}, answer)


if __name__ == "__main__" and sys.argv[1:] == ["--versions"]:
    import sqlalchemy

    print(f"{sys.implementation.name} {sys.version.split()[0]} with SQLAlchemy {sqlalchemy.__version__}")
else:
    main()
