name, n, pi = "Ann", 42, 3.14159265
print(f"{name} is {n}", f"{name!r}", f"{name:>8}|{name:<8}|{name:^8}|{name:*^9}")
print(f"{n:5}|{n:<5}|{n:05}|{n:+}|{n:x}|{n:#x}|{n:b}|{n:#010b}|{n:o}|{n:e}|{n:,}|{1234567:,}|{1234567:_}")
print(f"{pi:.2f}|{pi:8.3f}|{pi:<8.1f}|{pi:e}|{pi:.3g}|{pi:%}|{0.256:.1%}|{pi:+.1f}|{-pi:08.2f}|{1e10:g}")
width, digits = 10, 3
print(f"{pi:{width}.{digits}f}|{name:{'>'}{width}}|{n!s:>6}|{n!r:<6}|")
print(f"{n=} {n + 1 = } {name=!s} {pi=:.2f} {n = :>5}")
print(f"{'nested ' + f'{n * 2}'} {n if n > 40 else 0} {[x for x in range(3)]} { {'a': 1}['a'] }")
print(f"{{literal}} {{{n}}}", f"{n:{n}}|", f"{'a' 'b'}", f"{name[0]}{name[-1].upper()}")
print(f"{True} {None} {1 == 1:d} {True:5}| {'x':5}| {[1]!s:>5}|")
print(f"multi {n} "
      f"line {name} "
      "plain {n}")
import datetime
print(f"{datetime.date(2024, 3, 1):%d.%m.%Y} {datetime.date(2024, 3, 1)!r}")
print(f"{lambda_ if (lambda_ := 5) else 0} {(lambda x: x * 2)(4)}")
print(f"{name:d}")
