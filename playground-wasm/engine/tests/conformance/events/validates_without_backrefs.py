from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship, validates


class Base(DeclarativeBase):
    pass


class Parent(Base):
    __tablename__ = "parent"
    id: Mapped[int] = mapped_column(primary_key=True)
    children: Mapped[list["Child"]] = relationship(back_populates="parent")

    @validates("children", include_backrefs=False)
    def check(self, key, child):
        print("checked", key)
        return child


class Child(Base):
    __tablename__ = "child"
    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("parent.id"))
    parent: Mapped["Parent | None"] = relationship(back_populates="children")

    @validates("parent")
    def check(self, key, parent):
        print("parent", parent is None)
        return parent


p = Parent()
p.children.append(Child())
Child(parent=p)
p.children.pop()
p.children[0].parent = None


class Twice(Base):
    __tablename__ = "twice"
    id: Mapped[int] = mapped_column(primary_key=True)

    @validates("id")
    def one(self, key, value):
        return value

    @validates("id")
    def two(self, key, value):
        return value


Twice(id=1)
