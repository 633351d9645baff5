from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Loud(list):
    def append(self, item):
        print("appending", item.name)
        super().append(item)

    def names(self):
        return [item.name for item in self]


class Parent(Base):
    __tablename__ = "parent"
    id: Mapped[int] = mapped_column(primary_key=True)
    children: Mapped[list["Child"]] = relationship(back_populates="parent", collection_class=Loud)


class Child(Base):
    __tablename__ = "child"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("parent.id"))
    parent: Mapped["Parent | None"] = relationship(back_populates="children")


p = Parent()
p.children.append(Child(name="a"))
Child(name="b", parent=p)
print(p.children.names(), type(p.children).__name__, isinstance(p.children, Loud))
p.children = [Child(name="c"), p.children[0]]
print(p.children.names())
p.children.extend([Child(name="d")])
p.children.remove(p.children[0])
print(p.children.names(), p.children[0].parent is p)
