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
from sqlalchemy.orm.attributes import flag_modified, get_history, set_committed_value


def show(text, *objects):
    print(text)
    for thing in objects:
        state = inspect(thing)
        for attribute in state.attrs:
            history = attribute.history
            if not history.empty():
                print("  ", thing, attribute.key, tuple(history), history.has_changes(), history.sum())
        print("  ", thing, "modified" if state.modified else "clean", sorted(state.unmodified), state.dict.keys() - {"_sa_instance_state"} if len(state.dict) < 3 else "")


p, q, a, b = Parent(name="p"), Parent(name="q"), Child(name="a"), Child(name="b")
show("new", p, a)
p.children.append(a)
show("append", p, a)
p.children.append(b)
p.children.remove(a)
show("remove", p, a)
set_committed_value(p, "children", [a])
set_committed_value(a, "parent", p)
set_committed_value(p, "name", "kept")
show("committed", p, a)
p.children.append(b)
show("append to committed", p, b)
p.children = [b]
show("replace", p, a)
a.parent = q
show("move", a, q)
p.name = "changed"
p.name = "kept"
show("back again", p)
del p.name
show("deleted", p)
del a.parent
show("deleted object", a)
a.parent = None
show("none", a)
p.children = []
show("emptied", p)
flag_modified(q, "children")
try:
    flag_modified(q, "name")
    flag_modified(Parent(), "name")
except Exception as error:
    print(type(error).__name__, error)
print(get_history(q, "name"), get_history(b, "parent"))
