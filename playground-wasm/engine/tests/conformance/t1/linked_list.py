from typing import Optional

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Step(Base):
    __tablename__ = "step"
    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]
    previous_id: Mapped[Optional[int]] = mapped_column(ForeignKey("step.id"))
    previous: Mapped[Optional["Step"]] = relationship(
        back_populates="following", remote_side="Step.id"
    )
    following: Mapped[Optional["Step"]] = relationship(back_populates="previous", uselist=False)


def walk(step):
    words = []
    while step is not None and len(words) < 10:
        words.append(step.text)
        step = step.following
    return " ".join(words)


a, b, c = (Step(text=t) for t in "abc")
a.following = b
c.previous = b
print(walk(a))
d = Step(text="d", previous=a)
print(walk(a), walk(b), b.previous.text if b.previous else None)
d.following = b
print(walk(a))
c.following = a
print(walk(a))
