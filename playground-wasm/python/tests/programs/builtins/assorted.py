print(abs(-2), all([1, 0]), any([0, 1]), bin(3), callable(print), chr(65), divmod(7, 3), hex(17), len("ab"), oct(9))
print(max(1, 2), min("ba"), ord("A"), pow(2, 3), repr("x"), round(3.7), sum([1, 2], 10), type(1), isinstance(1, (str, int)))
print(list(range(5)), list(range(2, 10, 3)), list(range(5, 0, -2)), range(3), range(0, 10, 2)[1], 4 in range(0, 10, 2), len(range(7)))
print(bool(""), int("7"), float("1"), str(3), list("ab"), tuple([1]), dict(a=1), set([1]))
print(print("to the screen", end="|"), print("a", "b", sep="-"), print())
print(*[1, 2, 3], sep=", ", end=".\n")
print(getattr("x", "upper")(), hasattr(1, "real"), setattr, vars(type("T", (), {"x": 1}))["x"], id(None) == id(None))
print(eval("1 + 2 * 3"), eval("x + 1", {"x": 41}), exec("y = 5"), globals()["y"])
print(sorted([3, 1]), list(reversed("ab")), list(map(int, "12")), list(filter(str.isdigit, "a1b2")), list(zip("ab", [1, 2])))
print(hash("a") == hash("a"), format(3.14159, ".2f"), ascii("ü"), slice(1, 2), Ellipsis, NotImplemented, __name__)
print(isinstance([], list), issubclass(bool, int), type(None), type(...), type(int), object, object() == object())
print(dir([])[-3:], "append" in dir([]), callable("x"), iter("ab").__next__(), bytes(2))
for bad in ("abs('x')", "chr(-1)", "ord('ab')", "len(5)", "sum('ab')", "round('x')", "range(1.5)", "range(1, 2, 0)", "isinstance(1, 2)", "min()", "print(sepp=1)", "int([])", "getattr(1, 'x')", "eval('1 1')", "type()", "divmod(1, 0)", "hash([])"):
    try:
        print(eval(bad))
    except Exception as error:
        print(bad, "->", type(error).__name__, error)
