import enum
from typing import Literal

from sqlalchemy import Enum
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Status(enum.Enum):
    NEW = "new"
    DONE = "done"


class Task(Base):
    __tablename__ = "task"
    id: Mapped[int] = mapped_column(primary_key=True)
    status: Mapped[Status] = mapped_column(default=Status.NEW)
    level: Mapped[Literal["low", "high"]]
    kind: Mapped[str] = mapped_column(Enum("a", "b", name="kinds"))
    state: Mapped[Status | None] = mapped_column(Enum(Status, values_callable=lambda e: [m.value for m in e]))


for column in Task.__table__.c:
    print(repr(column.type), column.nullable)
task = Task(status=Status.DONE, level="low")
print(task.status, task.level, task.state, Task.status.type.enums, Task.__table__.c.state.type.enums, Task.__table__.c.status.type.enum_class)
