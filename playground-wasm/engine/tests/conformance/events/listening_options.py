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


from sqlalchemy import event

calls = []


def plain(target, value, oldvalue, initiator):
    print("plain", target, value, oldvalue if not hasattr(oldvalue, "name") else oldvalue.name, initiator.op.name, initiator.key)


event.listen(Parent.name, "set", plain)
event.listen(Parent.name, "set", lambda **kw: print("named", sorted(kw), kw["value"]), named=True)
event.listen(Parent.name, "set", lambda state, value, old, initiator: print("raw", type(state).__name__, value), raw=True)
event.listen(Parent.name, "set", lambda t, value, old, i: value.upper(), retval=True)
event.listen(Parent.name, "set", lambda *args: print("once"), once=True)
parent = Parent(name="a")
parent.name = "b"
print(parent.name)
print(event.contains(Parent.name, "set", plain), event.contains(Child.name, "set", plain))
event.remove(Parent.name, "set", plain)
print(event.contains(Parent.name, "set", plain))
parent.name = "c"
for wrong in (("sett", Parent.name), ("set", Parent), ("append", 5)):
    try:
        event.listen(wrong[1], wrong[0], plain)
        print("fine")
    except Exception as error:
        print(type(error).__name__, error)
try:
    event.remove(Parent.name, "set", len)
except Exception as error:
    print(type(error).__name__, error)


@event.listens_for(Parent.children, "remove")
@event.listens_for(Parent.children, "append")
def both(target, value, initiator):
    print("both", target, value, initiator.op.name)


parent.children.append(Child(name="k"))
parent.children.pop()


@event.listens_for(Parent.children, "bulk_replace")
def bulk(target, values, initiator):
    print("bulk", values, initiator.op.name)
    values[:] = [value for value in values if value.name != "drop"]


parent.children = [Child(name="keep"), Child(name="drop")]
print(parent.children)


@event.listens_for(Parent.name, "init_scalar", retval=True, propagate=True)
def default(target, value, dict_):
    dict_["name"] = "default"
    return "default"


print(Parent().name)


@event.listens_for(Parent.children, "init_collection")
def made(target, collection, adapter):
    print("init", type(collection).__name__, type(adapter).__name__, adapter.data is collection)


@event.listens_for(Parent.children, "dispose_collection")
def disposed(target, collection, adapter):
    print("dispose", collection)


parent = Parent()
parent.children
parent.children = [Child(name="z")]
parent.children = []
