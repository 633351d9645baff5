from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Parent(Base):
    __tablename__ = "parent"
    id = Column(Integer, primary_key=True)
    children = relationship("Child", back_populates="parent")


class Child(Base):
    __tablename__ = "child"
    id = Column(Integer, primary_key=True)
    parent_id = Column(Integer, ForeignKey("parent.id"))
    parent = relationship("Parent", back_populates="children")


parent = Parent()
x, y, z = Child(), Child(), Child()
parent.children.append(x)
parent.children.append(x)
parent.children.remove(x)
parent.children.extend([y, z])
parent.children[0] = y
parent.children[0:2] = [x]
parent.children.pop()
parent.children += [z]
del parent.children[0]
old = parent.children
parent.children = [x, y]
old.append(z)
parent.children = [y, z]
try:
    parent.children.remove(x)
except ValueError as error:
    print(error)
parent.children.clear()
parent.children.append(None)
del parent.children
