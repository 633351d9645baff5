class Query:
    def __init__(self, steps=()):
        self.steps = steps

    def filter(self, name):
        return Query(self.steps + (name,))

    def run(self):
        raise LookupError("nothing matches " + ", ".join(self.steps))


Query().filter("a").filter(
    "b"
).run()
