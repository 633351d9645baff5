from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Parent(Base):
    __tablename__ = "parent"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    children: Mapped[list["Child"]] = relationship(back_populates="parent")

    def __repr__(self):
        return f"Parent({self.name})"


class Child(Base):
    __tablename__ = "child"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("parent.id"))
    parent: Mapped["Parent | None"] = relationship(back_populates="children")

    def __repr__(self):
        return f"Child({self.name})"


def attempt(action, *args, **kwargs):
    try:
        print(action(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


parent = Parent(id=5)
attempt(lambda: Child.parent == parent)
attempt(lambda: Child.parent != None)
attempt(lambda: Parent.children.any())
attempt(lambda: Parent.children.any(Child.name == "x"))
attempt(lambda: Child.parent.has(name="x"))
attempt(lambda: Parent.children.contains(Child(id=1)))
attempt(lambda: Child.parent.in_([parent]))
attempt(lambda: Parent.children == parent)
attempt(lambda: Child.parent.any())
attempt(lambda: Parent.children.has())
attempt(lambda: Child.parent.is_(None))
attempt(lambda: Parent.children.of_type(Child))
