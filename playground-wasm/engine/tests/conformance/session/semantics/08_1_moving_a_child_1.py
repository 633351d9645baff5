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


p, q, a = Parent(name="p"), Parent(name="q"), Child(name="a")
a.parent = p
q.children.append(a)
print(p.children, q.children, a.parent)
p.children = [a]
print(p.children, q.children, a.parent)
a.parent = q
print(p.children, q.children)
p.children.extend(q.children)
print(p.children, q.children)
session.add_all([p, q])
session.commit()
print(p.children, a.parent)
q.children.append(a)
print(p.children, q.children, a.parent, a.parent_id)
session.flush()
print(a.parent_id)
