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


from sqlalchemy import inspect
from sqlalchemy.orm import make_transient, object_session, object_mapper, attributes

p = Parent(name="p")
state = inspect(p)
print(state.transient, state.pending, state.persistent, state.detached, state.deleted, state.session, state.identity, state.key)
print(state.object is p, state.mapper, state.class_.__name__, state.attrs.keys(), state.has_identity)
print(object_session(p), object_mapper(p))
make_transient(p)
print(state.transient, p.name)
print(state.attrs.name.value, state.attrs.name.loaded_value, state.attrs.children.loaded_value, state.attrs.children.value)
print(attributes.instance_state(p) is state, attributes.instance_dict(p) is p.__dict__)
for wrong in (5, "x", Parent, object()):
    for function in (object_session, object_mapper, make_transient):
        try:
            print(function(wrong))
        except Exception as error:
            print(type(error).__name__, str(error).split(" at 0x")[0])
print(p.__dict__.keys())
