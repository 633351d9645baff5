from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Parent(Base):
    __tablename__ = "parent"
    id: Mapped[int] = mapped_column(primary_key=True)
    children: Mapped[list["Child"]] = relationship(back_populates="parent")


class Child(Base):
    __tablename__ = "child"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("parent.id"))
    parent: Mapped["Parent | None"] = relationship(back_populates="children")

    def __eq__(self, other):
        print("eq", self.name, getattr(other, "name", other))
        return isinstance(other, Child) and self.name == other.name

    def __hash__(self):
        return hash(self.name)

    def __repr__(self):
        return f"C({self.name})"


p, q = Parent(), Parent()
a, twin, b = Child(name="a"), Child(name="a"), Child(name="b")
p.children = [a, twin, b]
p.children.remove(twin)
print(p.children, a.parent is p, twin.parent is p)
p.children.append(twin)
print(twin in p.children, p.children.count(a), p.children.index(twin))
q.children.append(twin)
print(p.children, q.children, [x.parent is p for x in (a, twin, b)])
a.parent = twin.parent
print(p.children, q.children)
p.children = [twin, b]
print(p.children, q.children, {a, twin, b})
