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


class Plain:
    pass


p, a = Parent(name="p"), Child()
for text in """p.children.append('x')
p.children.append(Plain())
p.children.append(p)
p.children = a
p.children += a
p.children + [a]
p.children.add(a)
p.children.push(a)
a.parent = 'x'
a.parent = [p]
Parent(nme='x')
Parent('x')
p.nothing
p.nothing = 1
Parent.nothing
Parent.children.nothing
Parent.name.nothing
del a.parent
del a.id
p.children.remove(a)
p.children.pop()
p.children[0]
p.children['x']
inspect(Plain())
bool(Parent.id == 1)
bool(Parent.name)
bool(Parent.id > 1)
Parent.children == p
a.parent.name
p.children.parent
p.children()
Parent.id = 5
len(p)
p[0]
p < a""".split("\n"):
    try:
        exec(text)
        print(f"{text}: fine")
    except Exception as error:
        print(f"{text}\n    {type(error).__module__}.{type(error).__name__}: {error}")
