for text in ("42", " 42 ", "-0", "+7", "1_000", "0b11", "0x1F", "1e3", "3.14", "", "abc", "1__0", "_1", "½", "٤٢", "1 2", "--1", "inf", "nan", "1e400", "0o17"):
    out = []
    for convert in (int, float, lambda t: int(t, 0), lambda t: int(t, 16)):
        try:
            out.append(repr(convert(text)))
        except ValueError as error:
            out.append(str(error))
    print(repr(text), *out, sep=" | ")
