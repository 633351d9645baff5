word = "naïve café 日本語 😀"
print(len(word), word.upper(), word[::-1], word.encode()[:8], [hex(ord(c)) for c in "é日😀"], word.find("日"), word.split())
print(repr("\u0301"), repr("\xa0"), repr("\u2028"), "ǆ".title(), "ŉ".upper(), "ΑΣ".lower(), "İ".lower() == "i̇", "ﬁ".upper())
print("日本".center(6, "*"), f"{'é':>3}|", "é" == "e\u0301", sorted("zéaä"), max("aé"), "é" < "z", "Straße".casefold(), "STRASSE".lower())
print("😀".encode("utf-8"), b"\xf0\x9f\x98\x80".decode(), "é".encode("latin-1"), "a\u0300".isidentifier(), "ａ".isalpha())
"日本".encode("ascii")
