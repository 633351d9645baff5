import re

print(re.sub(r"(?P<first>\w+) (?P<second>\w+)", r"\g<second> \g<first>", "hello world"), re.sub(r"(\d)", r"<\1>", "a1b2"), re.sub("x*", "-", "abc"), re.sub("(?i)HELLO", "bye", "Hello"))
print(re.sub(r"\d+", lambda m: str(int(m[0]) * 2), "3 apples and 10 pears"), re.split(r"\s*[,;]\s*", "a , b;c"), re.split("(x)", "axbxc", maxsplit=1))
for m in re.finditer(r"(\w)(\d)?", "a1 b"):
    print(m.group(0), m.groups(), m.span(), m.lastindex, m.start(2))
print(re.findall(r"(a)|(b)", "ab"), re.findall("", "ab"), re.findall(r"\w+@\w+\.\w{2,3}", "x@y.com, bad@, z@w.org"), re.match(r"\s*$", "   ").end())
print(bool(re.search(r"^b", "a\nb")), bool(re.search(r"^b", "a\nb", re.M)), bool(re.search("a.b", "a\nb")), bool(re.search("a.b", "a\nb", re.DOTALL)), re.search(r"""
    (\d+)   # number
    \s*
    (px|em) # unit
""", "12 px", re.VERBOSE).groups())
print(re.fullmatch(r"[A-Z][a-z]*", "Hello"), re.match(r"(?:a|b)+", "abab").group(), re.search(r"\$(\d+)\.(\d\d)", "cost $12.50").groups(), re.compile("a").match("ba", 1).span())
re.sub("(", "", "x")
