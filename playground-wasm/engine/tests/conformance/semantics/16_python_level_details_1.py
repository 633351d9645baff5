from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


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


p = Parent(children=[Child(name="a"), Child(name="b")])
print(isinstance(p.children, list), type(p.children[:]), type(p.children + []), p.children == list(p.children))
print(Parent() == Parent(), len({p, p}), [c.name for c in reversed(p.children)], p.children.index(p.children[1]))
print(p.children.copy(), type(p.children.copy()), p.children.count(None), bool(Parent().children))
for _ in range(2):
    import warnings
    warnings.warn("twice on one line is once")
