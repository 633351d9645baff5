print("before")
try:
    raise SystemExit(3)
except SystemExit as error:
    print("caught", error.code)
raise SystemExit("a message on the way out")
