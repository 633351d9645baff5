x: int = 5
y: "str"
z: list[int] = []


class Config:
    debug: bool = False
    name: str
    _private: int | None = None


def f(a: int, b: "str" = "x", *args: float, c: bool = True, **kw: object) -> list[str]:
    local: int = a
    undefined: NotEvaluated
    return [b * local]


print(__annotations__, Config.__annotations__, f.__annotations__, f(2))
z.append("not checked")
print(z, hasattr(Config, "name"))
Config.__annotations__["added"] = int
print(len(Config.__annotations__))
y
