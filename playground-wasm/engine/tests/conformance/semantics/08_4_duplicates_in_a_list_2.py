from sqlalchemy import ForeignKey
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


p, a = Parent(name="p"), Child(name="a")
a.parent = p
a.parent = p
print(p.children)
p.children.append(a)
p.children.append(p.children[0])
print(p.children)
a.parent = None
print(p.children, a.parent)
