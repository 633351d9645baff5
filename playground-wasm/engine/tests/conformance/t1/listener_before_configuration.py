from sqlalchemy import ForeignKey, event
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Parent(Base):
    __tablename__ = "parent"
    id: Mapped[int] = mapped_column(primary_key=True)
    children: Mapped[list["Child"]] = relationship(back_populates="parent")


class Child(Base):
    __tablename__ = "child"
    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("parent.id"))
    parent: Mapped["Parent | None"] = relationship(back_populates="children")


@event.listens_for(Parent.children, "append")
def early(target, value, initiator):
    print("early:", len(target.children), value.parent)


p, c = Parent(), Child()


@event.listens_for(Parent.children, "append")
def late(target, value, initiator):
    print("late:", len(target.children), value.parent is target)


p.children.append(c)
Child(parent=p)
event.remove(Parent.children, "append", early)
p.children.append(Child())
print(event.contains(Parent.children, "append", late), event.contains(Parent.children, "append", early))
