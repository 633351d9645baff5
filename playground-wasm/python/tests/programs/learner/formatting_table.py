rows = [(1, "ann", 3.14159, None), (22, "bob the long", -2.5, True)]
for id, name, score, flag in rows:
    print(f"{id:>4}|{name:<10.8}|{score:+8.2f}|{flag!s:^6}|{id:04d}|{id:#x}|{score:e}|{id / 3:.1%}")
print("%-10s|%5d|%05.1f|%s" % ("x", 42, 2.345, [1]), "{:>{w}.{p}f}".format(2.5, w=8, p=3), f"{'nested ' + f'{1 + 1}'}")
print(f"{rows[0][1]!r:>8} {len(rows)=} {rows[0][2]=:.1f}", "{0[1]} {a.imag}".format([1, 2], a=3))
name, width = "ann", 10
print(f"{name:*^{width}}", f"{name!r:{width}}", f"{{literal}}", f"{1_000_000:,}", f"{0.00001}", f"{123456789.0:.3g}")
print(f"{name:d}")
