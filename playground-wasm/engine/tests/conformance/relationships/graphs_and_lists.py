from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


edges = Table(
    "edges",
    Base.metadata,
    Column("a", ForeignKey("node.id"), primary_key=True),
    Column("b", ForeignKey("node.id"), primary_key=True),
)


class Node(Base):
    __tablename__ = "node"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    next_id: Mapped[int | None] = mapped_column(ForeignKey("node.id"))
    next: Mapped["Node | None"] = relationship(remote_side=[id], back_populates="previous", post_update=True)
    previous: Mapped["Node | None"] = relationship(back_populates="next", uselist=False)
    targets: Mapped[set["Node"]] = relationship(
        secondary=edges, primaryjoin=id == edges.c.a, secondaryjoin=id == edges.c.b, back_populates="sources"
    )
    sources: Mapped[set["Node"]] = relationship(
        secondary=edges, primaryjoin=id == edges.c.b, secondaryjoin=id == edges.c.a, back_populates="targets"
    )

    def __repr__(self):
        return self.name


a, b, c = (Node(name=name) for name in "abc")
a.next = b
b.next = c
print(c.previous, b.previous, a.previous)
c.next = a
print(a.previous)
a.next = c
print(b.previous, c.previous, b.next, a.next)
a.targets |= {b, c, a}
print(sorted(map(repr, a.targets)), b.sources, sorted(map(repr, a.sources)))
b.sources.clear()
print(sorted(map(repr, a.targets)))
a.targets = {b}
print(a.sources, c.sources, b.sources)
print(Node.next.property.direction.name, Node.previous.property.direction.name, Node.targets.property.secondaryjoin)
print(Node.next.property.post_update, Node.targets.property.secondary)
