print(7 // 2, -7 // 2, 7 % 3, -7 % 3, 7 % -3, divmod(-7, 2), 2**10, 2**-1, 0**0, -2**2)
print(2**100, 3**50 // 7, 10**30 % 97, -(2**70) >> 3, 1 << 65, (2**64 - 1) & 0xFF, ~5, 6 ^ 3, 6 | 1)
print(int("42"), int("-0x1f", 16), int("101", 2), int("z", 36), int(3.99), int(-3.99), int("1_000"), int(" 7 "))
print(hex(255), oct(8), bin(-5), 0xFF, 0o17, 0b101, 1_000_000, abs(-3), pow(2, 10, 7), pow(3, -1, 7))
print((5).bit_length(), (255).bit_count(), (10).to_bytes(2, "big"), int.from_bytes(b"\x01\x00", "big"))
print(True + True, True * 5, sum([True, False, True]), isinstance(True, int), int(True), bool(0), bool(-1))
print(10 / 2, 7 / 2, 2**0.5, round(2.5), round(3.5), round(-2.5), round(1234, -2), round(2.675, 2))
print(1 == 1.0, 1 is True, hash(1) == hash(1.0), 3 < 4 < 5, 3 < 4 > 2, 1 < 3 < 2, min(3, 1, 2), max([1, 5]))
print(int.__add__(1, 2), (3).__mul__(4), (7).real, (7).numerator, (3).conjugate(), 5 .denominator)
print(123456789 * 987654321, -17 // 5, -17 % 5, 17 // -5, 10**18 + 1, 2**63, -2**63 - 1)
for bad in ("1 / 0", "1 // 0", "1 % 0", "int('x')", "int('')", "int(None)", "int('1.5')", "1 + '1'", "2 ** 'a'", "1 << -1", "int('9', 8)"):
    try:
        print(eval(bad))
    except Exception as error:
        print(bad, "->", type(error).__name__, error)
