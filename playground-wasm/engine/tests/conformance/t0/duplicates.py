from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Parent(Base):
    __tablename__ = "parent"
    id = Column(Integer, primary_key=True)
    children = relationship("Child", back_populates="parent")

    def __repr__(self):
        return "p"


class Child(Base):
    __tablename__ = "child"
    id = Column(Integer, primary_key=True)
    parent_id = Column(ForeignKey("parent.id"))
    parent = relationship("Parent", back_populates="children")

    def __repr__(self):
        return "c"


p, c = Parent(), Child()
p.children.append(c)
p.children.append(c)
c.parent = p
print(p.children, c.parent)
p.children.remove(c)
print(p.children, c.parent)
p.children.append(c)
p.children.append(c)
p.children.pop()
print(p.children, c.parent)
p.children = [c, c, c]
print(p.children, c.parent)
c.parent = None
print(p.children, c.parent)
del p.children[0]
print(p.children, c.parent)
