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
    children: Mapped[list["Child"]] = relationship(back_populates="parent")
    links: Mapped[list["Link"]] = relationship(back_populates="parent")
    loose: Mapped[list["Loose"]] = relationship()


class Child(Named, Base):
    __tablename__ = "child"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    parent_id: Mapped[int] = mapped_column(ForeignKey("parent.id"))
    parent: Mapped["Parent"] = relationship(back_populates="children")


class Link(Base):
    __tablename__ = "link"
    parent_id: Mapped[int] = mapped_column(ForeignKey("parent.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    parent: Mapped["Parent"] = relationship(back_populates="links")


class Loose(Named, Base):
    __tablename__ = "loose"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("parent.id"))


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
session = Session(engine)
p = Parent(name="p", children=[Child(name="a")], links=[Link(number=1)], loose=[Loose(name="l")])
session.add(p)
session.commit()
p.children.clear()
attempt(session.flush)
session.rollback()
session.delete(p)
attempt(session.flush)
session.rollback()
p.links.clear()
attempt(session.flush)
session.rollback()
session.add(Child(name="lonely"))
attempt(session.commit)
session.rollback()
p.loose.append(Child(name="wrong", parent=p))
attempt(session.flush)
session.rollback()
attempt(lambda: session.add(Parent(loose=[Child(name="wrong")])))
