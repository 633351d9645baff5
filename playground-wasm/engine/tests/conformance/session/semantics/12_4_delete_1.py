from sqlalchemy import ForeignKey, create_engine, inspect, select
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
    children: Mapped[list["Child"]] = relationship(
        back_populates="parent", cascade="all, delete-orphan"
    )


class Child(Named, Base):
    __tablename__ = "child"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("parent.id"))
    parent: Mapped["Parent | None"] = relationship(back_populates="children")


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
session = Session(engine)


p, q = Parent(name="p"), Parent(name="q")
a, b, c = (Child(name=n) for n in "abc")
p.children = [a, b, c]
session.add_all([p, q])
session.commit()
p.children.remove(a)
print(a in session, session.deleted, inspect(a).persistent)
session.flush()
print(a in session, inspect(a).deleted)
q.children.append(p.children[0])
session.flush()
print(p.children, q.children, b in session)
c.parent = None
session.commit()
print(p.children, inspect(c).detached)
d = Child(name="d")
p.children.append(d)
print(d in session)
p.children.remove(d)
print(d in session)
lone = Child(name="lone")
session.add(lone)
session.commit()
print(lone.id, lone.parent)
session.delete(q)
print([child in session.deleted for child in (b, lone)])
session.commit()
print(session.scalars(select(Child)).all())
