from sqlalchemy import ForeignKey, event
from sqlalchemy.orm import DeclarativeBase, Mapped, configure_mappers, mapped_column, relationship


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


configure_mappers()


def spy(attribute):
    name = str(attribute)

    def log(kind):
        def listener(target, value, *rest, **kw):
            was = f" (was {rest[0]})" if kind == "set" else ""
            token = f" [{rest[-1].op.name} {rest[-1].key}]" if rest[-1] else ""
            print(f"   {kind} {name} of {target}: {value}{was}{token}")

        return listener

    many = ("append", "append_wo_mutation", "remove", "bulk_replace")
    for kind in many if attribute.property.uselist else ("set", "remove"):
        event.listen(attribute, kind, log(kind))


for mapper in sorted(Base.registry.mappers, key=lambda mapper: mapper.class_.__name__):
    for rel in sorted(mapper.relationships, key=lambda rel: rel.key):
        spy(getattr(mapper.class_, rel.key))


def do(text):
    print(">>>", text)
    try:
        exec(text, globals())
    except Exception as error:
        print(f"   {type(error).__name__}: {error}")


p, q = Parent(name="p"), Parent(name="q")
a = Child(name="a")
print(a.parent, "parent" in a.__dict__)
do("a.parent = p")
do("a.parent = p")
do("a.parent = q")
do("a.parent = None")
do("a.parent = q")
do("del a.parent")
print(a.parent, q.children)
b = Child(name="b")
do("del b.parent")
