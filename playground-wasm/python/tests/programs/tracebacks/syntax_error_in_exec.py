source = "x = 1\ny = (2 +\nz = 3\n"
try:
    exec(source)
except SyntaxError as error:
    print(error.msg, error.lineno, error.offset, repr(error.text))
eval("1 +")
