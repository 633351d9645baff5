from typing import Iterator, NamedTuple
import re


class Token(NamedTuple):
    kind: str
    text: str
    line: int
    column: int


SPEC = [
    ("NUMBER", r"\d+(?:\.\d+)?"),
    ("NAME", r"[A-Za-z_]\w*"),
    ("STRING", r'"[^"]*"'),
    ("OP", r"==|[-+*/=<>]"),
    ("NEWLINE", r"\n"),
    ("SKIP", r"[ \t]+"),
    ("ERROR", r"."),
]
PATTERN = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in SPEC))
KEYWORDS = {"if", "then"}


def tokens(code: str) -> Iterator[Token]:
    line, start = 1, 0
    for found in PATTERN.finditer(code):
        kind, text = found.lastgroup, found.group()
        column = found.start() - start + 1
        if kind == "NEWLINE":
            line, start = line + 1, found.end()
        elif kind == "ERROR":
            raise SyntaxError(f"unexpected {text!r} on line {line}, column {column}")
        elif kind != "SKIP":
            yield Token(kind.lower() if text not in KEYWORDS else "keyword", text, line, column)


for token in tokens('x = 3.14 * (y)'.replace("(", "").replace(")", "") + '\nif x == 2 then\n  s = "a b"'):
    print("{0.line}:{0.column:<3}{0.kind:<8}{0.text}".format(token))
print(next(tokens("a"))._replace(line=9))
list(tokens("a\nb ?"))
