from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal, InvalidOperation, getcontext, localcontext

prices = [Decimal("19.99"), Decimal("5.01"), Decimal("0.10")]
total = sum(prices, Decimal(0))
print(total, total * Decimal("0.19"), (total * Decimal("0.19")).quantize(Decimal("0.01"), ROUND_HALF_UP))
print(Decimal("2.675").quantize(Decimal("0.01"), rounding=ROUND_HALF_EVEN), Decimal(2.675), round(Decimal("2.5")))
with localcontext() as ctx:
    ctx.prec = 5
    print(Decimal(1) / 7)
print(Decimal(1) / 7, getcontext().prec, max(prices), sorted(prices), f"{total:>10,.1f}|", str(-total))
print(Decimal("1E+3"), Decimal("1E+3").normalize(), Decimal("0E-5"), Decimal("-0"), Decimal("1.20") + Decimal("1.8"))
try:
    Decimal("12,5")
except InvalidOperation as e:
    print(type(e), e)
Decimal("1.5") + 0.5
