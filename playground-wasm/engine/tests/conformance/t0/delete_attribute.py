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


p, c = Parent(name="x"), Child()
c.parent = p
del c.parent
print(c.parent, p.children)
try:
    del c.parent
except AttributeError as error:
    print(error)
del p.name
print(p.name)
p.children = [c, Child()]
del p.children
print(p.children, c.parent)
del p.children
del Child().parent
