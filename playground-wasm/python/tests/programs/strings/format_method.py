print("{} {} {}".format(1, "a", None), "{1} {0} {1}".format("x", "y"), "{a} {b}".format(a=1, b=2))
print("{0[1]} {1[k]} {2.real}".format([1, 2], {"k": "v"}, 5), "{:>{w}}|".format("x", w=5))
print("{:d} {:5d}|{:<5d}|{:^5d}|{:05d} {:,} {:+d} {: d}".format(1, 2, 3, 4, 5, 6000, 7, 8))
print("{!r} {!s} {!a}".format("é", "é", "é"), "{:c}".format(65), "{:%}".format(0.5))
print("{:10.4}|{:.2}|{:10}|{:<10}|{:=+8}".format("abcdefgh", "xyz", 1.5, 2.5, 3))
print("{:n} {:g} {:G} {:.0f} {:#.0f} {:.3e}".format(5, 1e-7, 1e20, 2.5, 2.5, 12345.678))
print("{:b} {:o} {:X} {:#X} {:#o} {:_b}".format(10, 8, 255, 255, 8, 1023))
print("{}-{}".format(*"ab"), "{x}{y}".format(**{"x": 1, "y": 2}), "{0.__class__.__name__}".format([]))
print("Name: %s, age: %d, %5.2f%%, %x, %o, %e, %r, %c, %-5s|, %+d, %05d" % ("A", 3, 9.5, 255, 8, 1.5, "q", "z", "l", 4, 42))
print("%(name)s is %(age)3d" % {"name": "Ann", "age": 7}, "%s" % (1, ), "%s" % [1], "%10s|%-10s|%.2s" % ("a", "b", "cde"))
for bad in ("'{} {}'.format(1)", "'{a}'.format()", "'%d' % 'x'", "'%s %s' % 1", "'%s' % (1, 2)", "'{:d}'.format('x')",
            "'{'.format()", "'}'.format()", "'{:z}'.format(1)", "'%z' % 1", "'{:.2d}'.format(3)", "format('x', '+')"):
    try:
        print(eval(bad))
    except Exception as error:
        print(bad, "->", type(error).__name__, error)
