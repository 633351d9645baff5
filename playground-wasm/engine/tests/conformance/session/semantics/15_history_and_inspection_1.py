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


p, a, b = Parent(name="p"), Child(name="a"), Child(name="b")
print(inspect(p).attrs.children.history, inspect(p).attrs.name.history)
p.children.append(a)
print(inspect(p).attrs.children.history, inspect(a).attrs.parent.history)
session.add(p)
session.commit()
print(inspect(p).attrs.children.history, inspect(p).attrs.children.loaded_value)
print(p.children, inspect(p).attrs.children.history)
p.children = [b]
print(inspect(p).attrs.children.history)
print(inspect(a).attrs.parent.history, inspect(b).attrs.parent.history)
p.name = "q"
print(inspect(p).attrs.name.history, sorted(inspect(p).unloaded), inspect(p).modified)
del a.parent
print(inspect(a).attrs.parent.history)
