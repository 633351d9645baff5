def later(): ...


def todo():
    pass


class Empty: ...


if True:
    pass
else:
    ...
print(later(), todo(), Empty.__name__, ..., type(...), Ellipsis is ...)
for _ in range(3): pass
print(_)
