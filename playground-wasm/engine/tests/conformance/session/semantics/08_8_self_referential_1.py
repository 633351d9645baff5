from sqlalchemy import ForeignKey, create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Named:
    def __repr__(self):
        return self.name or "?"


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


class Node(Named, Base):
    __tablename__ = "node"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("node.id"))
    children: Mapped[list["Node"]] = relationship(back_populates="parent")
    parent: Mapped["Node | None"] = relationship(back_populates="children", remote_side=[id])


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
session = Session(engine)
root, a, b = Node(name="root"), Node(name="a"), Node(name="b")
root.children = [a, b]
a.children.append(b)
print(root.children, a.children, b.parent)
session.add(b)
print(sorted(node.name for node in session.new))
session.flush()
print(sorted((n.name, n.id, n.parent_id) for n in session))
a.parent = a
print(root.children, a.children, a.parent)
a.parent = root
a.children.append(root)
try:
    session.flush()
except Exception as error:
    print(type(error).__name__, str(error).partition(" (")[0])
