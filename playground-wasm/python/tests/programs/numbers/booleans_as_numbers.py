print(True + True, True * 10, -True, ~True, True / 2, True == 1, True is 1 if False else "-", [10, 20][True], "ab"[False], sum([True, False, True]), {True: "a", 1: "b", 0: "c", False: "d"})
print(bool([]), bool([0]), bool("False"), bool(0.0), bool(None), not None, not not 5, isinstance(True, int), type(True + 0).__name__, True & False, True | False, True ^ True, True & 1, int(True), str(True), repr(False), f"{True:d}", max(True, 2), True > False)
print(any([]), all([]), any([0, "", None, 5]), all([1, "a", [0]]), bool("0"), [x for x in (True, 1, 1.0) if x == 1], {1, True, 1.0}, True.bit_length(), True.__class__.__bases__)
class T(bool): pass
