from sqlalchemy import ForeignKey, create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship


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


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
session = Session(engine)


p, a, b = Parent(name="p"), Child(name="a"), Child(name="b")
session.add(p)
p.children.append(a)
b.parent = p
print(a in session, b in session, p.children)
session.flush()
print(a.id, b.id, b.parent_id)
session.commit()
print(p.children)
c, q = Child(name="c"), Parent(name="q")
session.add(c)
q.children.append(c)
print(q in session)
q.children.remove(c)
c.parent = q
print(q in session)
session.rollback()
r = Parent(name="r")
d, e = Child(name="d"), Child(name="e")
r.children = [d, e]
session.add(d)
print(r in session, e in session)
