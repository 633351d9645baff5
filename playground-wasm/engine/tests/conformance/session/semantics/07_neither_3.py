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
    children: Mapped[list["Child"]] = relationship(overlaps="parent")


class Child(Named, Base):
    __tablename__ = "child"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("parent.id"))
    parent: Mapped["Parent | None"] = relationship(overlaps="children")


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
session = Session(engine)
p, q, a = Parent(name="p"), Parent(name="q"), Child(name="a")
p.children.append(a)
a.parent = q
session.add_all([p, q])
session.flush()
print(p.children, q.children, a.parent, a.parent_id)
session.commit()
print(p.children, q.children, a.parent)
p.children.remove(a)
a.parent = p
session.commit()
print(p.children, q.children, a.parent)
