from sqlalchemy import ForeignKey, create_engine
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


p, a = Parent(name="p"), Child(name="a")
p.children.append(a)
p.children.append(a)
print(p.children, a.parent)
p.children.remove(a)
print("removed one:", p.children, a.parent)
p.children.remove(a)
print("removed both:", p.children, a.parent)
p.children = [a, a, a]
print("assigned:", p.children, a.parent)
del p.children[0]
print("deleted one:", p.children, a.parent)
p.children.pop()
print("popped one:", p.children, a.parent)
p.children.append(a)
a.parent = None
print("set None:", p.children, a.parent)
p.children = [a, a]
p.children = [a]
print("replaced:", p.children, a.parent)
p.children = [a, a]
session.add(p)
session.commit()
print("reloaded:", p.children)
