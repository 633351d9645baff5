from sqlalchemy import ForeignKey
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

    def __repr__(self):
        return str(self.name)


p, q = Parent(), Parent()
a, b, c = (Child(name=n) for n in "abc")
p.children = [a, b, c]
p.children *= 2
print(p.children, a.parent is p)
p.children = p.children[:2]
print(p.children, c.parent)
p.children = p.children + [c]
print(p.children, c.parent is p)
p.children = [child for child in p.children if child is not a]
print(p.children, a.parent)
p.children = list(reversed(p.children))
print(p.children)
p.children[:] = [a]
print(p.children, b.parent)
p.children[0:0] = [b, c]
print(p.children)
p.children[-1:] = []
print(p.children, a.parent)
first, *rest = p.children
print(first, rest, sorted(p.children, key=repr), [*p.children, a], (*p.children,))
p.children, q.children = q.children, p.children
print(p.children, q.children, b.parent is q)
x = q.children
x += [a]
print(q.children, a.parent is q, x is q.children)
q.children.extend(q.children)
print(q.children)
del q.children[1:]
print(q.children, a.parent, c.parent)
q.children.insert(100, a)
q.children[5] = b
