total = 0


def add(n):
    total = total + n
    return total


try:
    add(1)
except UnboundLocalError as error:
    print(error)


def uses_later():
    print(later_defined)


try:
    uses_later()
except NameError as error:
    print(error)
later_defined = "now"
uses_later()


def maybe(flag):
    if flag:
        value = 1
    return value


print(maybe(True))
for x in []:
    pass
try:
    print(x)
except NameError as error:
    print(error)


def outer():
    def inner():
        return hidden

    return inner()


try:
    outer()
except NameError as error:
    print(error)
maybe(False)
