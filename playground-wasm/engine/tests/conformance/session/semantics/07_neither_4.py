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
p, a = Parent(name="p"), Child(name="a")
p.children.append(a)
session.add(p)
session.commit()
print(a.parent, p.children)
p.children.remove(a)
print(a.parent, a.parent_id)
session.flush()
print(a.parent, a.parent_id)
session.refresh(a)
print(a.parent, a.parent_id)
