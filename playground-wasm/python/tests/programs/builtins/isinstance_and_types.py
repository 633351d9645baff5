values = [1, 1.5, "s", b"b", None, True, [1], (1,), {1}, {"k": 1}, range(1), print, lambda: 0, int, Exception("e"), slice(1), ..., NotImplemented, frozenset(), iter([]), object()]
for v in values:
    names = [t.__name__ for t in (int, float, str, list, tuple, dict, set, type, object, bool) if isinstance(v, t)]
    print(type(v).__name__, names, callable(v))
print(isinstance(1, (str, (int, float))), isinstance(True, int | str), issubclass(bool, (str, int)), type(1) == int, type(True) is int, isinstance([], object))
class A: pass
class B(A): pass
print(isinstance(B(), A), type(B()) is A, issubclass(A, A), issubclass(B, object), isinstance(A, type), type(A), type(type(A)))
issubclass(1, int)
