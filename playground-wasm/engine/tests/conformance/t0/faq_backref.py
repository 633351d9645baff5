from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Parent(Base):
    __tablename__ = 'parent'
    id = Column(Integer, primary_key=True)
    children = relationship("Child", backref="parent")


class Child(Base):
    __tablename__ = 'child'
    id = Column(Integer, primary_key=True)
    parent_id = Column(Integer, ForeignKey('parent.id'))


print(hasattr(Child, "parent"))
parent = Parent()
print(hasattr(Child, "parent"))
child = Child(parent=parent)
print(parent.children)
parent.children.remove(child)
print(child.parent, parent.children)
