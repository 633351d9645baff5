from sqlalchemy import ForeignKey, create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Named:
    def __repr__(self):
        return self.name or "?"


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


class Parent(Named, Base):
    __tablename__ = "parent"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    child: Mapped["Child | None"] = relationship(back_populates="parent")


class Child(Named, Base):
    __tablename__ = "child"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("parent.id"))
    parent: Mapped["Parent | None"] = relationship(back_populates="child")


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
session = Session(engine)


p, q, a, b = Parent(name="p"), Parent(name="q"), Child(name="a"), Child(name="b")
p.child = a
q.child = b
print(p.child, q.child, a.parent, b.parent)
p.child = b
print(p.child, q.child, a.parent, b.parent)
a.parent = p
print(p.child, q.child, a.parent, b.parent)
p.child = None
print(p.child, a.parent)
p.child = a
session.add_all([p, q, b])
session.commit()
c = Child(name="c", parent=p)
print(p.child, a.parent, c in session)
session.add(c)
session.commit()
print(p.child, a.parent_id, c.parent_id)
