from sqlalchemy import ForeignKey, inspect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


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


p = Parent(name="x")
state = inspect(p)
print(state.transient, state.pending, state.persistent, state.deleted, state.detached)
print(state.identity, state.key, state.session, state.object is p, state.class_)
print(sorted(state.unloaded), sorted(state.dict), state.modified)
print(state.mapper, state.attrs.keys())
print(state.attrs.name.value, state.attrs.name.loaded_value, state.attrs.name.history)
mapper = inspect(Parent)
print(mapper, mapper.class_.__name__, mapper.local_table, mapper.primary_key)
print(mapper.columns.keys(), mapper.column_attrs.keys(), mapper.relationships.keys())
print(mapper.attrs.keys(), mapper.has_property("name"), mapper.get_property("children"))
print([rel.key for rel in inspect(Child).relationships], Parent.__mapper__ is mapper)
