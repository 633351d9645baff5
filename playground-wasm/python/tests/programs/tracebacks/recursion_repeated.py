def a(n):
    if n == 0:
        raise ValueError("bottom")
    return a(n - 1)


def ping(n):
    return pong(n - 1)


def pong(n):
    return ping(n) if n else 1 / n


try:
    a(2)
except ValueError as error:
    print(error)
try:
    ping(4)
except ZeroDivisionError as error:
    print(error)
a(20)
