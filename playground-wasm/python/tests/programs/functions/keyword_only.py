def connect(host, *, port=80, secure=False):
    return f"{'https' if secure else 'http'}://{host}:{port}"


def area(*, width, height):
    return width * height


print(connect("a"), connect("b", secure=True), connect(host="c", port=1), area(height=2, width=3))
for call in ("connect('a', 80)", "area(1, 2)", "area(width=1)", "connect()", "connect('a', prot=1)"):
    try:
        eval(call)
    except TypeError as error:
        print(error)
area(width=1, height=2, depth=3)
