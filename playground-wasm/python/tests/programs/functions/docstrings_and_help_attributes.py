def documented(x):
    "One line."
    return x


def multi():
    """
    First.

        Indented.
    """


def none():
    5


class K:
    """About K."""

    def m(self):
        "About m."


print(repr(documented.__doc__), repr(multi.__doc__), none.__doc__, K.__doc__, K.m.__doc__, K().m.__doc__)
documented.__doc__ = "changed"
documented.__name__ = "renamed"
print(documented.__doc__, documented)
