ROMAN = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]


class Roman(int):
    def __new__(cls, value):
        if isinstance(value, str):
            value = cls._parse(value)
        if not 0 < value < 4000:
            raise ValueError(f"{value} has no Roman numeral")
        return super().__new__(cls, value)

    @staticmethod
    def _parse(text):
        total, rest = 0, text.upper()
        for value, letters in ROMAN:
            while rest.startswith(letters):
                total, rest = total + value, rest[len(letters):]
        if rest:
            raise ValueError(f"{rest!r} is not Roman")
        return total

    def __str__(self):
        out, n = [], int(self)
        for value, letters in ROMAN:
            count, n = divmod(n, value)
            out.append(letters * count)
        return "".join(out)

    def __add__(self, other):
        return Roman(int(self) + int(other))


print(Roman(1994), Roman("mcmxciv") == 1994, Roman(4) + Roman("VI"), [str(Roman(n)) for n in range(1, 11)], f"{Roman(9)} {Roman(9):d} {int(Roman(9)):03}", repr(Roman(5)), Roman(3) * 2, type(Roman(3) * 2).__name__)
print(all(int(Roman(str(Roman(n)))) == n for n in range(1, 4000, 37)), sorted([Roman("X"), Roman("IX")]), {Roman(1): "a"}[1])
for bad in (0, 4000, "XQ", ""):
    try:
        Roman(bad)
    except ValueError as error:
        print(error)
Roman(None)
