def check(n):
    if n == 0:
        raise ValueError
    if n == 1:
        raise ValueError()
    raise ValueError(f"n is {n}", n)


for n in (0, 1):
    try:
        check(n)
    except ValueError as error:
        print(repr(error), str(error) == "")
check(2)
