class Expr:
    def __init__(self, text):
        self.text = text

    def __eq__(self, o):
        return Expr(f"{self} = {o!r}")

    def __lt__(self, o):
        return Expr(f"{self} < {o!r}")

    def __and__(self, o):
        return Expr(f"({self} AND {o})")

    def __or__(self, o):
        return Expr(f"({self} OR {o})")

    def __invert__(self):
        return Expr(f"NOT {self}")

    def __str__(self):
        return self.text

    def __bool__(self):
        raise TypeError("Boolean value of this clause is not defined")

    def in_(self, *items):
        return Expr(f"{self} IN {items}")

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return lambda *a: Expr(f"{name}({self}{''.join(f', {x!r}' for x in a)})")


id, name = Expr("id"), Expr("name")
print((id == 5) & ~(name < "x") | id.in_(1, 2), name.lower().like("a%"))
if id == 5 and name == "x":
    pass
