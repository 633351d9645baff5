class Low(Exception):
    pass


class High(Exception):
    pass


def one():
    raise Low("bottom")


def two():
    try:
        one()
    except Low as error:
        raise KeyError("middle") from error


def three():
    try:
        two()
    except KeyError:
        raise High("top")


three()
