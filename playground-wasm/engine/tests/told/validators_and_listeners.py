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


from sqlalchemy import event
from sqlalchemy.orm import validates


class Box(Base):
    __tablename__ = "box"
    id = Column(Integer, primary_key=True)
    size = Column(Integer)

    @validates("size")
    def positive(self, key, value):
        return max(value, 1)


@event.listens_for(Parent.children, "append", retval=True)
def adopt(parent, child, initiator):
    return Child(id=7) if child.id is None else child


@event.listens_for(Child.parent, "set")
def noted(child, parent, old, initiator):
    child.id = 9


box = Box(size=-5)
parent = Parent()
parent.children.append(Child())
