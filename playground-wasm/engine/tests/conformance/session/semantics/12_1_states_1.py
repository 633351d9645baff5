from sqlalchemy import ForeignKey, create_engine, inspect
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


def state(obj):
    info = inspect(obj)
    names = ("transient", "pending", "persistent", "deleted", "detached")
    return next(name for name in names if getattr(info, name)), obj in session


p = Parent(name="p")
print(state(p))
session.add(p)
print(state(p), session.new, session.dirty, session.deleted)
session.flush()
print(state(p), session.new, p.id)
p.name = "P"
print(session.dirty, session.is_modified(p))
p.name = "p"
print(session.dirty, session.is_modified(p))
session.commit()
print(p.__dict__.keys() - {"_sa_instance_state"}, state(p))
print(p.name)
session.delete(p)
print(state(p), session.deleted)
session.flush()
print(state(p), inspect(p).was_deleted)
session.rollback()
print(state(p), p.name)
session.delete(p)
session.commit()
print(state(p), p.name)
q = Parent(name="q")
session.add(q)
session.flush()
print(state(q), q.id)
session.rollback()
print(state(q), q.id, q.name)
session.add(q)
session.expunge(q)
print(state(q))
r = Parent(name="r")
session.add(r)
session.commit()
session.delete(r)
try:
    print(session.deleted)
except Exception as error:
    print(type(error).__name__, error)
