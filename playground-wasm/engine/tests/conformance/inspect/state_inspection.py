from sqlalchemy import ForeignKey, inspect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, object_session, relationship
from sqlalchemy.orm.attributes import flag_modified, get_history, instance_state, set_attribute, set_committed_value


class Base(DeclarativeBase):
    pass


class Parent(Base):
    __tablename__ = "parent"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    children: Mapped[list["Child"]] = relationship(back_populates="parent")


class Child(Base):
    __tablename__ = "child"
    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("parent.id"))
    parent: Mapped["Parent | None"] = relationship(back_populates="children")


p, c = Parent(), Child()
print(inspect(p).modified, object_session(p), instance_state(p) is inspect(p))
set_committed_value(p, "name", "committed")
print(p.name, get_history(p, "name"), inspect(p).modified)
set_committed_value(p, "children", [c])
print(p.children == [c], c.parent, inspect(p).attrs.children.history.unchanged == [c], inspect(p).modified)
flag_modified(p, "name")
print(inspect(p).modified, get_history(p, "name"))
set_attribute(p, "name", "set")
print(p.name, get_history(p, "name"), inspect(p).attrs.name.value)
p.children.remove(c)
print(inspect(p).attrs.children.history.deleted == [c], c.parent, sorted(inspect(p).unloaded), sorted(inspect(c).unloaded))
try:
    flag_modified(c, "parent")
except Exception as error:
    print(type(error).__name__, error)
print(inspect(p).committed_state if False else sorted(inspect(p).dict), inspect(p).attrs.name.state is inspect(p), inspect(c, raiseerr=False) is not None, inspect(5, raiseerr=False))
set_committed_value(p, "nope", 1)
