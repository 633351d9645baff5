import enum


class Status(enum.Enum):
    NEW = "new"
    DONE = "done"

    @classmethod
    def _missing_(cls, value):
        return cls.NEW if value is None else None

    @property
    def label(self):
        return self.value.title()


print(Status("new"), Status(None), Status.DONE.label, [s.name for s in Status], Status.__members__["NEW"])
print({Status.NEW: 1}[Status("new")], Status.NEW in Status, isinstance(Status.NEW, Status), repr(Status))
match Status.DONE:
    case Status.NEW:
        print("new")
    case Status.DONE:
        print("done")
Status("other")
