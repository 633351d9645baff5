from sqlalchemy import ForeignKey, create_engine, inspect, select
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


session.add(Parent(name="p", children=[Child(name="a")]))
session.flush()
p = session.get(Parent, 1)
query = select(Parent).where(Parent.name == "p", Parent.id.in_([1, 2])).order_by(Parent.name.desc())
for text in """p
p.children
Parent
Parent.id
Parent.children
Parent.children.property
Child.parent.property
Parent.children.property.direction
Parent.children.property.cascade
Parent.children.property.mapper
Parent.children.property.local_remote_pairs
Parent.children.property.primaryjoin
Parent.__table__
Parent.__table__.c.id
Parent.__table__.columns
Child.__table__.c.parent_id.foreign_keys
inspect(Parent)
inspect(p)
inspect(p).identity
inspect(p).identity_key
inspect(Parent).relationships.keys()
inspect(Parent).attrs.keys()
Parent.id == 1
Parent.name.like("p%")
Parent.children.any()
Parent.children.contains(p.children[0])
Child.parent == p
Child.parent.has(name="p")
query
session.execute(select(Parent.id, Parent.name)).all()
session.execute(select(Parent)).first()
session.execute(select(Parent)).scalar_one()
session.scalars(select(Parent))
session.new
session.dirty
session.identity_map
session
engine
engine.url
Base.metadata
Base.metadata.tables.keys()
Base
Base.registry
Parent.__mapper__.class_
type(p.children)
type(p.children).__mro__""".split("\n"):
    value = eval(text)
    print(f"{text}\n  str  {value!s}\n  repr {value!r}".replace("\n\n", "\n"))
