from dataclasses import dataclass, field

counter = iter(range(100))


@dataclass
class Job:
    name: str
    id: int = field(default_factory=lambda: next(counter))
    tags: set = field(default_factory=set)
    history: list = field(default_factory=lambda: ["created"], repr=False)
    note: str = field(default="", kw_only=True)

    @property
    def label(self):
        return f"{self.id}:{self.name}"


a, b = Job("a"), Job("b", note="n")
a.tags.add("x")
a.history.append("changed")
print(a, b, a.label, b.history, Job("c", 50).id, Job("d").id)
try:
    Job("x", 1, set(), [], "note")
except TypeError as error:
    print(error)


@dataclass
class Wrong:
    x: int = field(default=1, default_factory=int)
