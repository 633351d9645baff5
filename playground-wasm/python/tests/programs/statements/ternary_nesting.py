for n in (-5, 0, 3, 100):
    print(n, "negative" if n < 0 else "zero" if n == 0 else "small" if n < 10 else "big")
print([("even" if n % 2 == 0 else "odd") if n else "none" for n in range(3)])
lazy = "fine" if True else 1 / 0
print(lazy, (lambda: "a" if lazy else "b")())
