from sqlalchemy import ForeignKey, create_engine, select
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


engine = create_engine("sqlite://", echo=True)
with engine.connect():
    pass
Base.metadata.create_all(engine)
print("--- insert")
session = Session(engine)
p = Parent(name="p", children=[Child(name="a"), Child(name="b")])
session.add(p)
session.flush()
print("--- update")
p.name = "q"
c = Child(name="c", parent=p)
session.add(c)
print(len(session.scalars(select(Child).where(Child.name == "c")).all()))
print("--- commit")
session.commit()
print("--- expired")
print(p.name, [child.name for child in p.children])
print("--- many-to-one from the identity map")
session.expire(c, ["parent"])
print(c.parent.name)
print("--- remove and delete")
p.children.remove(c)
session.delete(p.children[0])
session.commit()
print("--- delete the parent")
session.delete(p)
session.commit()
session.close()
