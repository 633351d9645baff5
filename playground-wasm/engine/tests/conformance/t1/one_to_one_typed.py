from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Parent(Base):
    __tablename__ = "parent"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    child: Mapped["Child"] = relationship(back_populates="parent")


class Child(Base):
    __tablename__ = "child"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    parent_id: Mapped[int] = mapped_column(ForeignKey("parent.id"))
    parent: Mapped["Parent"] = relationship(back_populates="child")


def show():
    for thing in (p, q, a, b):
        other = thing.child if isinstance(thing, Parent) else thing.parent
        print(thing.name, "->", other.name if other else None, end="; ")
    print()


p, q, a, b = Parent(name="p"), Parent(name="q"), Child(name="a"), Child(name="b")
show()
p.child = a
show()
q.child = b
show()
p.child = b
show()
a.parent = p
show()
p.child = None
show()
del q.child
show()
