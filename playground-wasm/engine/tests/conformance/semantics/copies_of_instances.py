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

parent = Parent(name="p", children=[Child(name="c")])
twin = copy.copy(parent)
print(twin.name, twin.children is parent.children, twin is parent)
print(twin._sa_instance_state is parent._sa_instance_state)
twin.name = "q"
print(parent.name, twin.name)
twin.children.append(Child(name="d"))
print(parent.children, [child.parent.name for child in parent.children])
print(vars(parent).keys() == vars(twin).keys())
