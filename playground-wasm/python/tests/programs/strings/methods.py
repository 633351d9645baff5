s = "  Hello, World  "
print(repr(s.strip()), repr(s.lstrip()), repr(s.rstrip()), s.strip().lower(), s.upper())
t = "the quick brown fox"
print(t.title(), t.capitalize(), t.swapcase(), t.split(), t.split("q", 1), t.rsplit(" ", 1))
print(t.find("quick"), t.find("z"), t.index("b"), t.count("o"), t.rfind("o"), "o" in t)
print(t.replace("quick", "slow"), t.replace("o", "0", 1), t.startswith("the"), t.endswith(("x", "y")))
print(t.partition(" "), t.rpartition(" "), t.partition("-"))
print("a,b,,c".split(","), "a\nb\r\nc".splitlines(), "a\nb\n".splitlines(True), " a  b ".split())
print("-".join(["a", "b"]), "".join(reversed("abc")), "ab" * 3, "abc"[::-1])
print("x".center(7, "*"), "x".ljust(4) + "|", "x".rjust(4), "42".zfill(5), "-42".zfill(5))
print("abc".isalpha(), "12".isdigit(), "a1".isalnum(), " ".isspace(), "Ab".istitle(), "AB".isupper())
print("abcabc".strip("ac"), "www.site.com".removeprefix("www.").removesuffix(".com"))
print("hello".translate(str.maketrans("el", "ip", "o")), "ß".casefold(), "a\tb".expandtabs(4))
print("x=1;y=2".split(";"), "abc" < "abd", "Z" < "a", max("hello"), sorted("banana"))
print(ord("a"), chr(8364), ascii("é"), "é".encode(), b"\xc3\xa9".decode(), len("日本"))
print("identifier1".isidentifier(), "1x".isidentifier(), "½".isnumeric(), "²".isdigit(), "٣".isdecimal())
try:
    "abc".index("z")
except ValueError as error:
    print(error)
"-".join([1, 2])
