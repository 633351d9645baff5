from sqlalchemy import ForeignKey, create_engine, func, select, text
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


session.add(Parent(id=1, name="p"))
session.commit()


def flushed(action):
    session.add(Parent())
    action()
    print(not session.new)
    session.rollback()


p = session.get(Parent, 1)
flushed(lambda: session.get(Parent, 1))
flushed(lambda: session.get(Parent, 99))
flushed(lambda: session.scalars(select(Parent)).all())
flushed(lambda: session.execute(select(Parent.id)))
flushed(lambda: session.execute(select(Parent.__table__)))
flushed(lambda: session.execute(text("select 1")))
flushed(lambda: session.execute(select(func.count())))
flushed(lambda: session.query(Parent))
flushed(lambda: session.query(Parent).all())
flushed(lambda: session.refresh(p))
flushed(lambda: p.name)
flushed(lambda: p.children)
