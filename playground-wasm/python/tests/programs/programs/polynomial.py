from itertools import zip_longest


class Polynomial:
    def __init__(self, *coefficients):
        self.coefficients = list(coefficients)
        while self.coefficients and self.coefficients[-1] == 0:
            self.coefficients.pop()

    def __call__(self, x):
        result = 0
        for c in reversed(self.coefficients):
            result = result * x + c
        return result

    def __add__(self, other):
        return Polynomial(*(a + b for a, b in zip_longest(self.coefficients, other.coefficients, fillvalue=0)))

    def __mul__(self, other):
        if isinstance(other, (int, float)):
            return Polynomial(*(c * other for c in self.coefficients))
        out = [0] * (len(self.coefficients) + len(other.coefficients))
        for i, a in enumerate(self.coefficients):
            for j, b in enumerate(other.coefficients):
                out[i + j] += a * b
        return Polynomial(*out)

    __rmul__ = __mul__

    def __sub__(self, other):
        return self + -1 * other

    def __eq__(self, other):
        return self.coefficients == other.coefficients

    def __str__(self):
        terms = []
        for power, c in reversed(list(enumerate(self.coefficients))):
            if c:
                sign = "-" if c < 0 else "+"
                size = "" if abs(c) == 1 and power else f"{abs(c):g}"
                terms.append(f"{sign} {size}" + ("" if power == 0 else "x" if power == 1 else f"x^{power}"))
        return " ".join(terms).removeprefix("+ ") or "0"

    def derivative(self):
        return Polynomial(*(i * c for i, c in enumerate(self.coefficients))[1:]) if False else Polynomial(*[i * c for i, c in enumerate(self.coefficients)][1:])


p, q = Polynomial(-1, 0, 1), Polynomial(1, 1)
print(p, "|", q, "|", p + q, "|", p * q, "|", 2.5 * p, "|", p - p, "|", (q * q * q).derivative())
print([p(x) for x in range(-2, 3)], p == Polynomial(-1, 0, 1, 0), q(0.5), Polynomial()(3), str(Polynomial(0, -1)))
p + 1
