s = "Hello, Wörld"
print(s.lower(), s.upper(), s.swapcase(), s.title(), s.center(20, "*"), s.find("W"), s.rfind("l"), s.count("l"), s[::-1])
print(s.partition(", "), s.split(", "), "a-b-c".rsplit("-", 1), " x ".strip(), "xxhixx".strip("x"), "a\tb".expandtabs(4), s.encode())
print("ab" * 3, "a" in s, s.startswith(("He", "x")), s.replace("l", "L", 1), "|".join(["1", "2"]), "%s" % s, s.isalpha(), "12".isdigit())
print("line1\nline2".splitlines(), "abc".translate(str.maketrans("abc", "xyz")), "é" == "\u00e9", len("日本"), ord("é"), chr(233))
print("snake_case_name".split("_"), "".join(w.capitalize() for w in "snake_case".split("_")), "x".ljust(3) + "|", "7".zfill(3))
print("a" + 1)
