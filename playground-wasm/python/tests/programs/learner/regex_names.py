import re

camel = re.compile(r"(?<!^)(?=[A-Z])")
print([camel.sub("_", name).lower() for name in ("UserAddress", "HTTPServer", "plain")])
m = re.match(r"(?P<scheme>\w+)://(?:(?P<user>\w+)(?::(?P<pw>[^@]+))?@)?(?P<host>[^:/]+)(?::(?P<port>\d+))?", "postgresql://ann:secret@localhost:5432/db")
print(m.groupdict(), m.span("port"), m["host"], m.lastgroup, m.end(), m.expand(r"\g<user>@\g<host>"))
print(re.split(r"\s*,\s*", "a , b,c ,d"), re.findall(r"(\w)(\d)?", "a1b"), re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"))
print(re.sub("[aeiou]", lambda m: m[0].upper(), "relationship", count=3), re.fullmatch(r"\d{3,}", "12"), re.escape("a+b (c)"))
for m in re.finditer(r"\b\w{3}\b", "the cat sat on mats"):
    print(m.start(), m.group(), end=" ")
print(m)
re.compile("(unclosed")
