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


p, c = Parent(name="p"), Child(name="c")
attempt(delattr, p, "name")
attempt(delattr, p, "name")
attempt(delattr, p, "children")
attempt(delattr, c, "parent")
c.parent = p
attempt(delattr, c, "parent")
print(p.children, c.parent, "parent" in c.__dict__)
p.children = [c]
attempt(delattr, p, "children")
print(c.parent, "children" in p.__dict__, p.children)
attempt(delattr, p, "zz")
p.extra = 1
attempt(delattr, p, "extra")
attempt(getattr, p, "extra")
attempt(setattr, p, "children", None)
attempt(setattr, p, "children", 5)
attempt(setattr, p, "children", c)
attempt(setattr, p, "children", "ab")
attempt(setattr, p, "children", {c})
attempt(setattr, p, "children", (c,))
attempt(setattr, p, "children", {"a": c})
attempt(setattr, c, "parent", "p")
attempt(setattr, c, "parent", c)
print(c.parent)
attempt(setattr, c, "parent", [p])
attempt(p.children.append, "x")
attempt(p.children.append, None)
attempt(p.children.append, Parent)
print(p.children)
attempt(p.children.remove, c)
attempt(p.children.pop)
attempt(p.children.pop)
attempt(p.children.insert, 0, c)
attempt(p.children.__delitem__, 5)
attempt(p.children.__setitem__, 5, c)
attempt(p.children.index, p)
