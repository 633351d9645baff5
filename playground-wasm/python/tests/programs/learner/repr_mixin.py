class ReprMixin:
    def __repr__(self):
        fields = ", ".join(f"{k}={v!r}" for k, v in vars(self).items() if not k.startswith("_"))
        return f"{type(self).__name__}({fields})"


class User(ReprMixin):
    def __init__(self, id, name, **extra):
        self.id, self.name = id, name
        self.__dict__.update(extra)
        self._cache = None


print(User(1, "ann"), User(2, "bob", email="b@x"), [User(3, None)])
