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


from sqlalchemy import and_, func, not_, or_

for expression in (
    Parent.children, Child.parent, Parent.id, Parent.name == "x", Parent.id == 5, Parent.name == None, Parent.name != None,
    Parent.name.is_(None), Parent.name.is_not(None), Parent.name.like("a%"), Parent.name.in_(["a", "b"]), ~Parent.name.in_([]),
    Parent.id > Child.parent_id, and_(Parent.id == 1, Child.id < 2), or_(Parent.id == 1, not_(Child.id == 2)),
    Parent.id + 1, Parent.name + "x", -Parent.id, Parent.id.desc(), Parent.name.asc(), func.count(Child.id),
    Parent.id.between(1, 5), Parent.name.startswith("a"), Parent.name.contains("q"), Parent.id.label("pid"),
    (Parent.id == 1) & (Child.id == 2) | (Parent.id == 3), Parent.id % 2 == 0, Parent.id / 2, Parent.name.ilike("b"),
    Child.parent == None, Child.parent_id == Parent.id, Parent.id.in_([1, 2, 3]), func.lower(Parent.name) == "a",
):
    print(str(expression))
print(repr(Parent.children), repr(Parent.id))
print(Parent.children.property, repr(Parent.name.property))
print(type(Parent.children.property).__name__, type(Parent.id.property).__name__, Parent.id.type, Parent.name.type)
print(Child.parent.property.primaryjoin, Parent.children.property.local_remote_pairs)
print(Parent.children.property.direction, Child.parent.property.direction.name, Parent.children.property.uselist)
print(Parent.children.property.argument, Child.parent.property.entity, Child.parent.property.target)
print(Parent.children.key, Parent.children.class_.__name__, Parent.children.parent, Parent.children.prop is Parent.children.property)
print(Parent.children.property.back_populates, Parent.children.property.cascade, Parent.children.property.lazy)
