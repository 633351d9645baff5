samples = ["abc", "ABC", "Abc Def", "123", "12.5", "abc1", " ", "", "a_b", "é", "ß", "٣", "½", "\n", "x y"]
names = ["isalpha", "isdigit", "isalnum", "isupper", "islower", "istitle", "isspace", "isidentifier", "isnumeric", "isdecimal", "isprintable", "isascii"]
for sample in samples:
    print(f"{sample!r:<10}", "".join(str(int(getattr(sample, name)())) for name in names))
