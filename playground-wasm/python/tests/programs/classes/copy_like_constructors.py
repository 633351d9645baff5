class Money:
    __slots__ = ("amount", "currency")

    def __init__(self, amount, currency="EUR"):
        if isinstance(amount, Money):
            amount, currency = amount.amount, amount.currency
        self.amount, self.currency = amount, currency

    def __repr__(self):
        return f"{self.amount:.2f} {self.currency}"

    def _check(self, other):
        if self.currency != other.currency:
            raise ValueError(f"cannot mix {self.currency} and {other.currency}")

    def __add__(self, other):
        if other == 0:
            return self
        self._check(other)
        return Money(self.amount + other.amount, self.currency)

    __radd__ = __add__

    def __eq__(self, other):
        return isinstance(other, Money) and (self.amount, self.currency) == (other.amount, other.currency)

    def __lt__(self, other):
        self._check(other)
        return self.amount < other.amount


wallet = [Money(5), Money(2.5), Money(Money(1))]
print(sum(wallet), sorted(wallet), max(wallet), Money(1) in wallet, wallet.index(Money(2.5)))
print(Money(1) + Money(1, "USD"))
