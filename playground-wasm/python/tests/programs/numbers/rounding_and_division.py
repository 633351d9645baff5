for a, b in [(7, 2), (-7, 2), (7, -2), (-7, -2), (0, 5), (6, 3)]:
    print(a, b, a / b, a // b, a % b, divmod(a, b), round(a / b), int(a / b))
print([round(x) for x in (0.5, 1.5, 2.5, -0.5, 2.4999999, 1e15 + 0.5)], [round(x, 1) for x in (0.25, 0.35, 2.45, -1.05)], round(12345, -2), round(-15, -1), round(25, -1), round(True), round(1.0, None))
print(7.5 // 2, -7.5 // 2, 7.5 % -2, 0.3 % 0.1, 1e17 % 3, divmod(5.5, 1.5), 10 % 3.5, -0.0 // 1, 5 // 0.3, float("inf") // 1 if False else "-")
print(0.1 + 0.2, 0.1 * 3, 1 / 3, 2 / 3, 1e16 + 1, 1.1 + 2.2, 100 * 1.1, 0.1 + 0.7, 4.35 * 100, 1.15 + 2.30)
print(int(3.99), int(-3.99), int("12", 5), int(True), float("1e-3"), float(".5"), int(1e19), float(True))
