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
    children: Mapped[list["Child"]] = relationship()


class Child(Named, Base):
    __tablename__ = "child"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("parent.id"))
    parent: Mapped["Parent | None"] = relationship()


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
session = Session(engine)
p, a, b = Parent(name="p"), Child(name="a"), Child(name="b")
p.children.append(a)
b.parent = p
print("new:", p.children, a.parent, b.parent)
session.add(p)
print("added:", a in session, b in session)
session.add(b)
print("pending:", p.children, a.parent)
session.flush()
print("flushed:", p.children, a.parent, b.parent, a.parent_id, b.parent_id)
session.expire(p, ["children"])
print("expired:", p.children)
c = Child(name="c", parent=p)
session.add(c)
session.flush()
print("flushed again:", p.children, c.parent_id)
session.commit()
print("committed:", p.children, c.parent)
