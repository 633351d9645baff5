from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Parent(Base):
    __tablename__ = "parent"
    id = Column(Integer, primary_key=True)
    name = Column(String)
    children = relationship("Child", back_populates="parent")


class Child(Base):
    __tablename__ = "child"
    id = Column(Integer, primary_key=True)
    parent_id = Column(ForeignKey("parent.id"))
    parent = relationship("Parent", back_populates="children")


def keys(thing):
    return sorted(key for key in vars(thing) if not key.startswith("_"))


p, c = Parent(), Child()
print(p.name, p.children, c.parent)
print(keys(p), keys(c))
p.name = None
p.children.append(c)
print(keys(p), keys(c))
c.parent = None
print(keys(p), keys(c))
