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


p, a = Parent(name="p"), Child(name="a")
p.child = a
session.add(p)
session.commit()
b = Child(name="b")
session.add(b)
engine.echo = True
b.parent = p
engine.echo = False
print(p.__dict__.get("child", "unloaded"), a.__dict__.get("parent", "unloaded"))
session.commit()
print(a.parent_id, b.parent_id, p.child)
