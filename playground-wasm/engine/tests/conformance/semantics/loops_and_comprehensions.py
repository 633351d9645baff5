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


class Family:
    def __init__(self, name):
        self.parent = Parent(name=name)

    def __enter__(self):
        return self.parent

    def __exit__(self, *error):
        print("leaving", self.parent, len(self.parent.children), error[0])
        return True


with Family("x") as parent:
    for name in "abc":
        Child(name=name, parent=parent)
    parent.children[:] = [child for child in parent.children if child.name != "b"]
    print(parent.children)
    for child in list(parent.children):
        if child.name == "a":
            child.parent = None
    print(parent.children)
    for child in parent.children:
        parent.children.remove(child)
    print(parent.children)
    parent.children.extend(Child(name=str(n)) for n in range(3))
    parent.children[1::2] = [Child(name="odd")]
    print(parent.children, [child.parent for child in parent.children])
    del parent.children[::2]
    print(parent.children)
    parent.children *= 2
    print(parent.children)
    parent.children.append(*"xy")
groups = {}
for n, child in enumerate([Child(name=name) for name in "pqrs"]):
    groups.setdefault(n % 2, Parent(name=str(n % 2))).children.append(child)
print({key: parent.children for key, parent in groups.items()})
match groups[0].children:
    case [Child(name="p"), *others]:
        print("matched", others)
print(any(child.parent is groups[1] for child in groups[1].children), sum(len(p.children) for p in groups.values()))
try:
    groups[0].children.append(groups)
except Exception as error:
    print(type(error).__name__, error)
