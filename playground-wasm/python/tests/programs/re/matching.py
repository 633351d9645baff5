import re

m = re.match(r"(\w+)@(\w+)\.com", "ann@site.com rest")
print(m, m.group(), m.group(1), m.groups(), m.span(), m.start(2), m.end(), m[2])
print(re.search(r"\d+", "abc 123 def"), re.search("x", "abc"), re.fullmatch("a+", "aaa") is not None, re.match("b", "ab"))
print(re.findall(r"\d+", "1 22 333"), re.findall(r"(\w)=(\d)", "a=1 b=2"), re.split(r"[,;]\s*", "a, b;c"), re.split(r"(-)", "a-b"))
print(re.sub(r"\s+", " ", "a  b \n c"), re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"), re.sub("a", lambda m: m.group().upper(), "banana", count=2), re.subn("a", "o", "banana"))
p = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)", re.IGNORECASE)
d = p.search("on 2024-05")
print(d.groupdict(), d["year"], p.pattern, p.groups, [x.span() for x in p.finditer("2020-01 2021-02")], d.group("month", "year"))
print(re.findall(r"^\w+", "one two\nthree", re.MULTILINE), re.findall("A.C", "a\nc abc", re.I | re.S), re.escape("a.b*c"), bool(re.match(r"^$", "")))
print(re.findall(r"[a-c]+?", "abcabc"), re.findall(r"\bcat\b", "cat concat cat"), re.findall(r"(?:ab)+", "ababx ab"), re.sub(r"\.", "!", "a.b"))
print(re.match(r"(a)(b)?", "a").groups(), re.match(r"(a)(b)?", "a").groups("none"), re.match("a", "abc").string, p)
re.compile("(unclosed")
