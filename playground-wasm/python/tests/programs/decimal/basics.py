from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal, InvalidOperation, getcontext

a, b = Decimal("1.10"), Decimal("2.205")
print(a + b, a * b, b - a, a / 3, b // 1, b % 1, -a, abs(-a), a**2, round(b, 2), repr(a))
print(Decimal(5), Decimal(0.1), Decimal("1e3"), Decimal("0.00"), Decimal("-0"), Decimal("Infinity"), Decimal("NaN"), Decimal((0, (1, 2), -1)))
print(a == Decimal("1.1"), a == 1.1, a < 2, max(a, b), sum([a, b]), hash(Decimal(1)) == hash(1), int(b), float(a), bool(Decimal(0)))
print(b.quantize(Decimal("0.01")), b.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP), b.quantize(Decimal("1"), rounding=ROUND_DOWN), b.normalize(), Decimal("100").normalize())
print(f"{a:.3f} {b:10.1f} {Decimal('1234567.891'):,.2f} {a}", str(Decimal("1E+5")), Decimal("0.0000001"), Decimal("123").as_tuple())
print(Decimal(1) / Decimal(7), getcontext().prec, Decimal(2).sqrt(), Decimal("1.5").to_integral_value(), a.is_nan(), a.as_integer_ratio())
for bad in ("Decimal('x')", "Decimal(1) / 0", "a + 1.5", "Decimal(None)", "a + '1'", "int(Decimal('NaN'))"):
    try:
        print(eval(bad))
    except Exception as error:
        print(bad, "->", type(error).__name__, error)
