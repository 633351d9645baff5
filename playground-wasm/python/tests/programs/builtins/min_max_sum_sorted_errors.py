print(min(3, 1, 2), max("abc"), min([[2], [1, 9]]), max({"a": 1, "b": 0}), sum([[1], [2]], []), sum((0.1, 0.2)), max([1, 2], default=0), min((), default=None), sorted("bca", key=lambda c: -ord(c)))
print(max([1, 3, 2], key=lambda n: -n), min("bb", "a", "ccc", key=len), sorted([3, 1, 2], reverse=True), sum(range(5), start=100), sum([True, True]), max(1, 1.0), max(1.0, 1), round(sum([0.1] * 3), 10))
for bad in ("min()", "max([])", "max(5)", "sum(['a', 'b'])", "sum('ab', '')", "sum([1], [2])", "sorted(5)", "sorted([1, None])", "min(1, 'a')", "max([], key=len)", "max(1, 2, default=3)", "sorted([1], lambda x: x)", "sum([[1]])", "sum(5)", "reversed({1})", "reversed(5)", "len(3)", "len()", "abs('a')", "abs()", "pow(2)", "pow('a', 2)", "divmod(1)", "enumerate()", "zip(1)", "any(5)", "all(None)", "next(5)", "iter(None)", "ord('')", "chr('a')", "hash({})", "id()", "bin(1.5)", "hex('a')"):
    try:
        print(bad, eval(bad))
    except Exception as error:
        print(bad, "->", type(error).__name__, error)
