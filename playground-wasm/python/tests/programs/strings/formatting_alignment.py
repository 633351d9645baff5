rows = [("apple", 1.5, 10), ("kiwi", 0.25, 200), ("watermelon", 3, 1)]
for name, price, count in rows:
    print(f"|{name:<12}|{price:>8.2f}|{count:^5}|{price * count:>10,.2f}|")
print(f"{'centre':=^20}", f"{'':*>5}", f"{'long text':.4}", f"{'ab':5.1}|", f"{42:*<6}{42:*>6}{42:*^6}")
for spec in ("d", "5d", "05d", "+d", " d", ",d", "_d", "x", "X", "#x", "o", "#o", "b", "#b", "08b", "c", "e", ".2e", "f", ".0f", "%", "g", "n", "", ">7", "=+7"):
    print(f"{spec!r:>7} {format(65, spec)!r:>16} {format(-1234, spec) if spec != 'c' else ''!r:>16}")
for spec in ("f", ".1f", ".0f", "e", ".3e", "g", ".3g", "%", ".1%", ",.2f", "10.3f", "+.2f", " .2f", "010.2f", "#.0f", "", "<12", "G", "E", "n", "_.2f"):
    print(f"{spec!r:>8} {format(1234.5678, spec)!r:>16} {format(-0.000012345, spec)!r:>16}")
