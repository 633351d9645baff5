line = "name, age ,city,,country"
print(line.split(","), [part.strip() for part in line.split(",")], line.split(",", 2), line.rsplit(",", 1))
print("a  b\tc\nd".split(), "a  b".split(" "), "".split(), "".split(","), "abc".split("b"), "one".split("x"))
print("x".join("abc"), ", ".join(str(n) for n in range(3)), "".join([]), "-".join({"a": 1, "b": 2}))
print("a\nb\r\nc\x0bd".splitlines(), "a\n\nb".split("\n"), "  lead".split(" "), "aXXbXXc".split("XX", 1))
try:
    "a".split("")
except ValueError as error:
    print(error)
", ".join(["a", None])
