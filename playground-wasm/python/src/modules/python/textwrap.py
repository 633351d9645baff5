__all__ = ["TextWrapper", "wrap", "fill", "dedent", "indent", "shorten"]


def dedent(text):
    lines = text.split("\n")
    margin = None
    for line in lines:
        if not line.strip(" \t"):
            continue
        lead = line[:len(line) - len(line.lstrip(" \t"))]
        if margin is None:
            margin = lead
        else:
            while not lead.startswith(margin):
                margin = margin[:-1]
    margin = margin or ""
    return "\n".join(line[len(margin):] if line.strip(" \t") else "" for line in lines)


def indent(text, prefix, predicate=None):
    if predicate is None:
        predicate = str.strip
    return "".join(prefix + line if predicate(line) else line for line in text.splitlines(True))


class TextWrapper:
    def __init__(
        self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True,
        replace_whitespace=True, fix_sentence_endings=False, break_long_words=True,
        drop_whitespace=True, break_on_hyphens=True, tabsize=8, *, max_lines=None,
        placeholder=" [...]",
    ):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.break_long_words = break_long_words
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _words(self, text):
        # A word may break behind a hyphen between letters.
        words = []
        for word in text.expandtabs(self.tabsize).split():
            start = 0
            for at in range(1, len(word) - 1):
                if word[at] == "-" and word[at - 1].isalpha() and word[at + 1].isalpha():
                    words.append((word[start:at + 1], start == 0))
                    start = at + 1
            words.append((word[start:], start == 0))
        return words

    def wrap(self, text):
        if self.width <= 0:
            raise ValueError("invalid width %r (must be > 0)" % self.width)
        words = self._words(text)[::-1]
        lines = []
        while words:
            indent = self.subsequent_indent if lines else self.initial_indent
            room = self.width - len(indent)
            line = ""
            while words:
                word, spaced = words[-1]
                joined = line + (" " if line and spaced else "") + word
                if len(joined) <= room:
                    line = joined
                    words.pop()
                    continue
                if not line:
                    if self.break_long_words:
                        cut = max(room, 1)
                        line = word[:cut]
                        words[-1] = (word[cut:], True)
                    else:
                        line = word
                        words.pop()
                break
            if self.max_lines is not None and len(lines) + 1 == self.max_lines and words:
                while line and len(line) + len(self.placeholder) > room:
                    line = line.rpartition(" ")[0]
                lines.append(indent + (line + self.placeholder if line else self.placeholder.lstrip()))
                return lines
            lines.append(indent + line)
        return lines

    def fill(self, text):
        return "\n".join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))
