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


class Plain:
    pass


class Other(Base):
    __tablename__ = "other"
    id: Mapped[int] = mapped_column(primary_key=True)


p, a = Parent(name="p"), Child(name="a")
attempt("p.children.append('x')")
attempt("p.children.append(Plain())")
attempt("p.children.append(Other())")
attempt("p.children = None")
attempt("p.children = a")
attempt("p.children = (a,)")
attempt("p.children = {a}")
attempt("p.children = {'k': a}")
attempt("p.children = (c for c in [a])")
attempt("p.children = 5")
attempt("p.children = 'abc'")
attempt("p.children += a")
attempt("p.children + [a]")
attempt("p.children.add(a)")
attempt("a.parent = 'x'")
attempt("a.parent = [p]")
attempt("a.parent = a")
attempt("Parent(nme='x')")
attempt("Parent('x')")
attempt("p.nothing")
attempt("p.nothing = 1")
attempt("Parent.nothing")
attempt("del a.parent")
attempt("del a.name")
attempt("p.children.remove(a)")
attempt("p.children.pop()")
attempt("p.children[0]")
attempt("session.add(Plain())")
attempt("session.add(None)")
attempt("session.add([p])")
attempt("session.add(Parent)")
attempt("session.delete(p)")
attempt("session.refresh(p)")
attempt("session.expire(p)")
attempt("session.expunge(p)")
attempt("session.get(Parent, 1)")
attempt("session.get(Plain, 1)")
attempt("session.scalars(select(Parent)).one()")
attempt("select(Plain)")
attempt("session.execute('select 1')")
attempt("inspect(Plain())")
attempt("Session().scalars(select(Parent))")
attempt("Parent.children.append(a)")
attempt("bool(Parent.id == 1)")
attempt("bool(Parent.name)")
attempt("bool(Parent.id > 1)")
attempt("session.scalars(select(Parent).where(Parent.children == p))")
attempt("select(Parent).join(Plain)")
attempt("select(Parent).filter_by(nme='x')")
