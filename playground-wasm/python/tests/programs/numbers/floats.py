print(0.1 + 0.2, 1.0, 1e16, 1e15, 123456789012345680.0, 1e-5, 0.0001, 1.5e300 * 1e10, -0.0, 1e22, 1e23)
print(3.0 == 3, 0.1 + 0.2 == 0.3, abs(0.1 + 0.2 - 0.3) < 1e-9, 7.0 // 2, -7.5 % 2, divmod(7.5, 2), 2.0**3)
print(float("1.5"), float("inf"), float("-inf"), float("nan"), float("1e3"), float(" 2 "), float(3), float("1_0.5"))
print(round(3.14159, 2), round(2.5), round(0.5), round(1.5), round(1e20), round(-1.25, 1), round(5.0), round(1.005, 2))
nan = float("nan")
print(nan == nan, nan != nan, nan in [nan], float("inf") > 10**100, max(1.0, nan), sorted([3.0, -1.5, 2]))
print((0.5).as_integer_ratio(), (2.0).is_integer(), (0.1).hex(), 1.0.__class__, repr(1e100), str(1 / 3), 2 / 3)
print(1e308 * 10, -1e308 * 10, 5e-324, 5e-324 / 2, 1.7976931348623157e308, 100000000000000000000.0, 9007199254740993.0)
print(int(1e20), int(-2.9), 3.7 // 1, 3.7 % 1, -3.7 // 1, 1_0.5, .5, 5., 1e0, hash(0.5), hash(2.0), 10 // 0.3)
print(sum([0.1] * 10), sum([0.1] * 3), min(0.0, -0.0), 4 ** 0.5)
for bad in ("1.0 / 0", "1.0 // 0", "1.0 % 0", "float('x')", "float(None)", "1e400 * 0", "int(float('inf'))", "int(float('nan'))", "round(float('nan'))", "2.0 ** 10000", "0.0 ** -1"):
    try:
        print(eval(bad))
    except Exception as error:
        print(bad, "->", type(error).__name__, error)
