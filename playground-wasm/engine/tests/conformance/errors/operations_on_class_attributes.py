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


attempt(lambda: Parent.children.append(Child()))
attempt(lambda: Parent.children[0])
attempt(lambda: len(Parent.children))
attempt(lambda: bool(Parent.id == 5))
attempt(lambda: list(Parent.children))
attempt(lambda: Parent.children == [])
attempt(lambda: Parent.nope)
attempt(lambda: Parent().nope)
attempt(lambda: Parent.name.nope)
attempt(lambda: Parent.children.nope)
attempt(lambda: Parent.children.name)
attempt(lambda: "x" in Parent.name)
attempt(lambda: if_(Parent.id))
attempt(lambda: Parent.children())
attempt(lambda: Child.parent.name)
attempt(lambda: [] == Parent.children)
attempt(lambda: Parent.id and 5)
attempt(lambda: not (Parent.id == 5))
attempt(lambda: Parent.id in [1, 2])
attempt(lambda: hash(Parent.id) == hash(Parent.id))
attempt(lambda: Parent.id is Parent.id)
attempt(lambda: sorted([Parent(), Parent()]))
attempt(lambda: Parent() + 1)
attempt(lambda: Parent()[0])
attempt(lambda: Parent()())
attempt(lambda: iter(Parent()))
attempt(lambda: Parent.metadata is Base.metadata)
