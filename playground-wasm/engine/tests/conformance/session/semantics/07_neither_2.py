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
p.children.append(a)
b.parent = p
print("new:", p.children, a.parent, b.parent)
session.add(p)
print("added:", a in session, b in session)
session.flush()
print("flushed:", p.children, a.parent_id, b.parent_id)
c = Child(name="c", parent=p)
print("not cascaded:", c in session, p.children)
session.add(c)
session.commit()
print("committed:", p.children)
