#!/usr/bin/env python3.11
"""Records what CPython says of wrong texts: rewrites `syntax_errors.tsv` from its first column.

Each line is a text with its newlines and tabs escaped, then the exception's class and message, the line and
the column; these are empty where the text compiles. To add a text, add a line with it alone.
"""

import pathlib
import sys
import warnings


def escape(text):
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")


def unescape(text):
    return text.replace("\\\\", "\0").replace("\\n", "\n").replace("\\t", "\t").replace("\0", "\\")


def recorded(text):
    try:
        compile(text, "t.py", "exec")
    except SyntaxError as error:
        return [type(error).__name__, error.msg, str(error.lineno), str(error.offset)]
    except (MemoryError, RecursionError, ValueError) as error:
        return [type(error).__name__, str(error), "", ""]
    return ["", "", "", ""]


def main():
    if sys.version_info[:2] != (3, 11):
        sys.exit("this records CPython 3.11")
    warnings.simplefilter("ignore")
    table = pathlib.Path(__file__).with_name("syntax_errors.tsv")
    texts = [unescape(line.split("\t")[0]) for line in table.read_text().splitlines()]
    rows = ["\t".join(escape(part) for part in [text, *recorded(text)]) for text in texts]
    table.write_text("\n".join(rows) + "\n")


if __name__ == "__main__":
    main()
