import functools


class lazy:
    def __init__(self, f):
        self.f = f
        functools.update_wrapper(self, f)

    def __get__(self, obj, owner):
        if obj is None:
            return self
        print("loading", self.f.__name__)
        value = obj.__dict__[self.f.__name__] = self.f(obj)
        return value


class User:
    @lazy
    def addresses(self):
        "All addresses."
        return ["a", "b"]


u = User()
print(u.addresses, u.addresses, User.addresses.__doc__, "addresses" in vars(u))
del u.addresses
print(u.addresses)
del u.addresses, u.addresses
