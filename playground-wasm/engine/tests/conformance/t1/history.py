from sqlalchemy import ForeignKey, inspect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from sqlalchemy.orm.attributes import get_history


class Base(DeclarativeBase):
    pass


class Parent(Base):
    __tablename__ = "parent"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    children: Mapped[list["Child"]] = relationship(back_populates="parent")

    def __repr__(self):
        return f"P:{self.name}"


class Child(Base):
    __tablename__ = "child"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("parent.id"))
    parent: Mapped["Parent | None"] = relationship(back_populates="children")

    def __repr__(self):
        return f"C:{self.name}"


p, c = Parent(name="p"), Child(name="c")
print(get_history(p, "name"), get_history(p, "children"), get_history(c, "parent"))
p.children.append(c)
print(get_history(p, "children"), get_history(c, "parent"))
p.name = "q"
print(inspect(p).attrs.name.history, get_history(p, "name").sum())
p.children.remove(c)
print(get_history(p, "children"), get_history(c, "parent"))
del p.name
print(get_history(p, "name"), get_history(p, "name").empty())
history = get_history(c, "parent")
print(history.added, history.unchanged, history.deleted, history.non_deleted(), history.has_changes())
