from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Parent(Base):
    __tablename__ = "parent"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    children: Mapped[list["Child"]] = relationship(back_populates="parent")

    def __repr__(self):
        return f"Parent({self.name})"


class Child(Base):
    __tablename__ = "child"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("parent.id"))
    parent: Mapped["Parent | None"] = relationship(back_populates="children")

    def __repr__(self):
        return f"Child({self.name})"


def attempt(action, *args, **kwargs):
    try:
        print(action(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


class Greeter(Base):
    __tablename__ = "greeter"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None]

    def __init__(self, name, *rest, **kwargs):
        super().__init__(name=name.title(), **kwargs)
        self.rest = rest


class Silent(Base):
    __tablename__ = "silent"
    id: Mapped[int] = mapped_column(primary_key=True)
    children = relationship("Noise")

    def __init__(self):
        pass


class Noise(Base):
    __tablename__ = "noise"
    id: Mapped[int] = mapped_column(primary_key=True)
    silent_id: Mapped[int | None] = mapped_column(ForeignKey("silent.id"))


greeter = Greeter("ada", 1, 2, id=3)
print(greeter.name, greeter.rest, greeter.id)
attempt(Greeter)
attempt(Greeter, "x", color=1)
attempt(Silent, id=3)
print(Silent().children)
attempt(Parent, nme="x")
attempt(Parent, "x")
attempt(Parent, children=None)
attempt(Parent, children=5)
attempt(Parent, metadata=3)
print(Parent(children=[Child(name="a")], name="z").children)
attempt(Parent, __tablename__="q")
parent = Parent.__new__(Parent)
attempt(getattr, parent, "name")
attempt(setattr, parent, "name", "x")
Parent.__init__(parent, name="late")
print(parent.name)
