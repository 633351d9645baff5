from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Parent(Base):
    __tablename__ = "parent"
    id = Column(Integer, primary_key=True)
    size = Column(Integer, default=3)
    children = relationship("Child", back_populates="parent")
    seen = relationship("Child", viewonly=True)
    quiet = relationship("Child", back_populates="loud", sync_backref=False, overlaps="children,parent")


class Child(Base):
    __tablename__ = "child"
    id = Column(Integer, primary_key=True)
    parent_id = Column(Integer, ForeignKey("parent.id"))
    parent = relationship("Parent", back_populates="children")
    loud = relationship("Parent", back_populates="quiet", sync_backref=False, overlaps="children,parent")


class Toy(Base):
    __tablename__ = "toy"
    id = Column(Integer, primary_key=True)
    child_id = Column(ForeignKey("child.id"))
    child = relationship("Child")


parent, child, toy = Parent(), Child(), Toy()
print(parent.id, parent.size, child.parent_id)
child.parent_id = 5
child = Child(parent=parent)
print(child.parent_id)
parent.seen.append(child)
parent.quiet.append(Child())
child.loud = parent
toy.child = child
