def port(text):
    try:
        return int(text)
    except ValueError:
        raise SystemError("no port") from None


try:
    try:
        1 / 0
    except ZeroDivisionError:
        port("x")
except SystemError as error:
    print(repr(error.__context__), error.__suppress_context__)
port("y")
