from sqlalchemy import ForeignKey, event
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship, validates


class Base(DeclarativeBase):
    pass


class Parent(Base):
    __tablename__ = "parent"
    id: Mapped[int] = mapped_column(primary_key=True)
    children: Mapped[list["Child"]] = relationship(back_populates="parent")

    @validates("children")
    def validate(self, key, child):
        print("validates", key, child.parent)
        return child


class Child(Base):
    __tablename__ = "child"
    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("parent.id"))
    parent: Mapped["Parent | None"] = relationship(back_populates="children")

    def __repr__(self):
        return "child"


def make(name):
    def listener(target, value, initiator):
        print(name, value.parent is target)

    return listener


event.listen(Parent.children, "append", make("first"))
event.listen(Parent.children, "append", make("second"))
p = Parent()
event.listen(Parent.children, "append", make("third"))
p.children.append(Child())
Child(parent=p)
