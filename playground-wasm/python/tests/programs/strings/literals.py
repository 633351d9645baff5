print('single', "double", '''triple
lines''', "it's", 'say "hi"', 'both \' and "')
print(repr("it's"), repr('say "hi"'), repr('both \' and "'), repr("tab\tnl\nnul\0bs\\"))
print(r"raw \n", "\x41\u00e9\U0001F600\101", "joined " "together" f" {1 + 1}")
print(repr("é\x7f\x80\xa0\u200b😀"), ascii("é😀"), "a\
b")
print(len("\n"), len(r"\n"), "a" "b" == "ab", b"bytes\x00\xff", rb"\x")
print("""	indented
    text""")
print("{}".format("x"), "%%", "%d%%" % 5, "{{}}", f"{{}}")
