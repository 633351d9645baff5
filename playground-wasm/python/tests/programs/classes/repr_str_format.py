class Both:
    def __repr__(self):
        return "the repr"

    def __str__(self):
        return "the str"

    def __format__(self, spec):
        return f"formatted with {spec!r}"


class OnlyRepr:
    def __repr__(self):
        return "only repr"


class Neither:
    pass


both = Both()
print(both, [both], repr(both), str(both), f"{both}", f"{both!r}", f"{both!s:>10}", f"{both:abc}")
print("%s %r" % (both, both), "{0} {0!r} {0:x}".format(both), format(both), format(both, "y"))
print(OnlyRepr(), {1: OnlyRepr()}, f"{OnlyRepr():>12}|" if False else "-")
print(Neither(), Neither, Neither.__init__, len)
print(repr(Neither().__class__), Both.__repr__, both.__repr__)


class Bad:
    def __str__(self):
        return 5


str(Bad())
