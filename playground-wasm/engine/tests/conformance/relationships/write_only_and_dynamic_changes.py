from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


from sqlalchemy.orm import DynamicMapped, WriteOnlyMapped


class Parent(Base):
    __tablename__ = "parent"
    id: Mapped[int] = mapped_column(primary_key=True)
    a: WriteOnlyMapped["A"] = relationship(back_populates="parent")
    b: DynamicMapped["B"] = relationship(back_populates="parent")


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("parent.id"))
    parent: Mapped["Parent | None"] = relationship(back_populates="a")


class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("parent.id"))
    parent: Mapped["Parent | None"] = relationship(back_populates="b")


parent = Parent()
parent.a.add(A(id=1))
parent.a.add_all([A(id=2), A(id=3)])
print(type(parent.a).__name__, type(parent.b).__name__)
for action in (lambda: list(parent.a), lambda: len(parent.a), lambda: parent.a.append(A()), lambda: parent.a[0]):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
a = A(id=4, parent=parent)
parent.a.remove(a)
print(a.parent)
parent.b.append(B(id=1))
parent.b.add(B(id=2))
parent.b.extend([B(id=3)])
print([b.id for b in parent.b], parent.b.count(), parent.b[0].id, [b.id for b in parent.b.all()])
parent.b.remove(parent.b[1])
print([b.id for b in parent.b], parent.b[0].parent is parent)
parent.b = [B(id=9)]
print([b.id for b in parent.b])
print(Parent.a.property.lazy, Parent.b.property.lazy, Parent.a.property.uselist)
