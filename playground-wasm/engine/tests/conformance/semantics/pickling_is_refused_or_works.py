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


import copy

parent = Parent(name="p", id=3)
child = Child(name="c", parent=parent)
print(copy.copy(child).parent is parent)
print(copy.copy(parent.children) == parent.children, type(copy.copy(parent.children)).__name__)
print(list(parent.children) is parent.children, parent.children[:] == [child], type(parent.children[:]).__name__)
print(parent.children + [1], type(parent.children + []).__name__, parent.children * 2, child in parent.children)
print(parent.children == [child], [child] == parent.children, parent.children != [], not parent.children)
print(sorted(parent.children, key=lambda child: child.name), list(reversed(parent.children)), max([1]), parent.children.index(child))
x, *rest = parent.children
print(x, rest, *parent.children, sep="|")
for index, each in enumerate(parent.children):
    print(index, each)
first = parent.children
parent.children = parent.children
print(first is parent.children)
parent.children += []
print(first is parent.children)
parent.children = list(parent.children)
print(first is parent.children, first)
first.append(Child(name="lost"))
print(first, parent.children, first[-1].parent)
