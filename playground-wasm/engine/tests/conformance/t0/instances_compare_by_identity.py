from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Node(Base):
    __tablename__ = "node"
    id = Column(Integer, primary_key=True)
    parent_id = Column(ForeignKey("node.id"))
    children = relationship("Node")


a, b = Node(id=1), Node(id=1)
print(a == b, a == a, a != b, a in [b], a in {a: 1}, len({a, b, a}))
a.children = [b]
print(a.children == [b], a.children == (b,), a.children != [a], bool(b.children), not b.children)
print(a.children.__class__.__name__, isinstance(a.children, list), list(a.children)[0] is b)
