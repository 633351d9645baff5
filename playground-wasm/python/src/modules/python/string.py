whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or " ").join(map(str.capitalize, s.split(sep)))


class Template:
    def __init__(self, template):
        self.template = template

    def _replace(self, mapping, safe):
        text, result, at = self.template, [], 0
        while True:
            start = text.find("$", at)
            if start < 0:
                result.append(text[at:])
                return "".join(result)
            result.append(text[at:start])
            if text.startswith("$$", start):
                result.append("$")
                at = start + 2
                continue
            braced = text.startswith("${", start)
            begin = end = start + (2 if braced else 1)
            while end < len(text) and (text[end] == "_" or text[end].isascii() and text[end].isalnum()):
                end += 1
            name = text[begin:end]
            at = end + (1 if braced else 0)
            if not name.isidentifier() or (braced and not text.startswith("}", end)):
                if not safe:
                    line = text.count("\n", 0, start) + 1
                    column = start - text.rfind("\n", 0, start)
                    raise ValueError(
                        "Invalid placeholder in string: line %d, col %d" % (line, column)
                    )
                result.append("$")
                at = start + 1
            elif safe and name not in mapping:
                result.append(text[start:at])
            else:
                result.append(str(mapping[name]))

    def substitute(self, mapping={}, /, **kws):
        return self._replace({**mapping, **kws}, False)

    def safe_substitute(self, mapping={}, /, **kws):
        return self._replace({**mapping, **kws}, True)
