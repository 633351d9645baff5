b = b"hello"
print(b, b[0], b[1:3], list(b), b.upper(), b + b"!", b * 2, len(b), b"ell" in b, 104 in b)
print(bytes(3), bytes([65, 66]), bytes("é", "utf-8"), "é".encode("latin-1"), b"\xe9".decode("latin-1"))
print(b.find(b"l"), b.replace(b"l", b"L"), b.split(b"l"), b"a,b".split(b","), b" x ".strip(), b.hex(), bytes.fromhex("41 42"))
print(b"\x00\t\n\\'\"\x7f\xff", b'it\'s', b.decode(), str(b), b == "hello", b < b"help", b.startswith(b"he"))
print("%d items" % 3, b"-".join([b"a", b"b"]))
for bad in ("b'é'.decode()" if False else "b'\\xff'.decode()", "'é'.encode('ascii')", "b'a' + 'b'", "b'abc'[0] = 1", "bytes([256])", "b'' + 1", "bytes('x')"):
    try:
        print(eval(bad))
    except Exception as error:
        print(bad, "->", type(error).__name__, error)
