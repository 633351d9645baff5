from sqlalchemy import ForeignKey, event
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Named:
    def __repr__(self):
        return self.name or "?"


class Parent(Named, Base):
    __tablename__ = "parent"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    children: Mapped[list["Child"]] = relationship(back_populates="parent")


class Child(Named, Base):
    __tablename__ = "child"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("parent.id"))
    parent: Mapped["Parent | None"] = relationship(back_populates="children")


@event.listens_for(Child.parent, "set")
def seen(child, value, old, initiator):
    print("while setting:", child.parent, value, value.children if value else None)


@event.listens_for(Parent.children, "append")
def appended(parent, child, initiator):
    print("while appending:", parent.children, child.parent)


p, a, b = Parent(name="p"), Child(name="a"), Child(name="b")
p.children.append(a)
b.parent = p
