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


def attempt(text):
    try:
        exec(text, globals())
        print(f"{text}: no error")
    except Exception as error:
        print(f"{text}\n    {type(error).__module__}.{type(error).__name__}: {error}")


p = Parent(name="p", children=[Child(name="a")])
session.add(p)
session.commit()
other = Session(engine)
attempt("other.add(p)")
attempt("other.add(Child(parent=p))")
session.close()
attempt("p.name")
attempt("p.children")
attempt("p.children.append(Child())")
session.add(p)
p.name
session.expunge(p)
attempt("p.name")
attempt("p.children")
print(inspect(p).detached)
session.execute(Parent.__table__.delete())
session.add(p)
session.expire(p)
attempt("p.name")
session.rollback()
session.add(Parent(id=1, name="again"))
attempt("session.commit()")
attempt("session.scalars(select(Parent)).all()")
session.rollback()
print(session.scalars(select(Parent)).all())
p = session.get(Parent, 1)
session.add(Parent(id=1, name="again"))
attempt("session.flush()")
