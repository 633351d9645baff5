s = "mississippi"
print(s.find("ss"), s.find("ss", 3), s.find("ss", 3, 6), s.rfind("ss"), s.index("p"), s.count("ss"), s.count("i", 2, 8), s.count(""))
print(s.replace("ss", "SS"), s.replace("i", "", 2), s.replace("", "-"), "aaa".replace("aa", "b"), s.startswith("mis"), s.startswith("is", 1), s.endswith("pi"), s.startswith(("x", "m")))
print("ss" in s, "" in s, "SS" in s, s.partition("ss"), s.rpartition("ss"), s.partition("z"), s.strip("mip"), s.lstrip("m"), s.rstrip("ip"))
print("Hello"[::-1], "a-b_c".translate({ord("-"): " ", ord("_"): None}), "abc".translate(str.maketrans({"a": "1", "b": None})))
s.index("z")
