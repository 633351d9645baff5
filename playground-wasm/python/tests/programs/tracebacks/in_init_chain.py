class Base:
    def __init__(self, **options):
        self.size = options.pop("size")
        if options:
            raise TypeError(f"unknown options: {', '.join(sorted(options))}")


class Derived(Base):
    def __init__(self, name, **options):
        super().__init__(**options)
        self.name = name


print(Derived("a", size=1).size)
Derived("b", size=2, colour="red", shape="round")
