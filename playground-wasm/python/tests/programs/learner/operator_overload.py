from functools import total_ordering
import math


@total_ordering
class Money:
    def __init__(self, cents):
        self.cents = cents

    def __repr__(self):
        return f"Money({self.cents})"

    def __add__(self, o):
        return Money(self.cents + o.cents) if isinstance(o, Money) else NotImplemented

    def __radd__(self, o):
        return self if o == 0 else NotImplemented

    def __mul__(self, k):
        return Money(self.cents * k)

    __rmul__ = __mul__

    def __eq__(self, o):
        return isinstance(o, Money) and self.cents == o.cents

    def __lt__(self, o):
        return self.cents < o.cents

    def __hash__(self):
        return hash(self.cents)

    def __bool__(self):
        return self.cents != 0

    def __format__(self, spec):
        return format(self.cents / 100, spec or ".2f")

    def __round__(self, n=0):
        return Money(round(self.cents, n))

    def __neg__(self):
        return Money(-self.cents)


print(sum([Money(5), Money(6)]), 3 * Money(2), Money(1) <= Money(2), f"{Money(1234)} {Money(1234):8.1f}", -Money(3), bool(Money(0)))
print(round(Money(155), -1), {Money(1), Money(1)}, max(Money(1), Money(9)), Money(1) != Money(2), math.prod([2, Money(3)]))
Money(1) + 5
