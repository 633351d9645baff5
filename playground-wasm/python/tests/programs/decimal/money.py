from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal, getcontext, localcontext

prices = [Decimal("19.99"), Decimal("5.01"), Decimal("0.10")]
total = sum(prices)
tax = (total * Decimal("0.19")).quantize(Decimal("0.01"))
print(total, tax, total + tax, f"{total + tax:>10}", f"{total:,.1f}", total / 3, 0.1 + 0.2 == 0.3, Decimal("0.1") + Decimal("0.2") == Decimal("0.3"))
cent = Decimal("0.01")
for text in ("2.345", "2.355", "-2.345", "2.3450001"):
    d = Decimal(text)
    print(d.quantize(cent), d.quantize(cent, ROUND_CEILING), d.quantize(cent, ROUND_FLOOR), d.quantize(cent, ROUND_HALF_EVEN), round(d, 1), round(d))
with localcontext() as ctx:
    ctx.prec = 5
    print(Decimal(1) / 3, Decimal(100000) / 7, +Decimal("1.2345678"))
print(Decimal(1) / 3, Decimal("1.20") == Decimal("1.2"), str(Decimal("1.20")), Decimal("1.20").normalize(), max(prices), sorted(prices), Decimal(10) ** -3, Decimal(7) // 2, Decimal(-7) % 3, divmod(Decimal(7), 2), int(Decimal("7.9")), Decimal("7.9") > 7)
print(Decimal("1e-10"), Decimal("12345678901234567890.123"), Decimal(2**70), Decimal("0E-5"), Decimal("-0.0"), Decimal("1.0").is_signed(), Decimal("NaN") == Decimal("NaN"), abs(Decimal("-3")), Decimal("3.14").as_integer_ratio(), Decimal("5").compare(Decimal(3)), Decimal("5").sqrt())
Decimal("1.5") * 1.5
