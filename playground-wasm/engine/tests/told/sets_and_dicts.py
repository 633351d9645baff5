from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


from sqlalchemy.orm import attribute_keyed_dict


class Parent(Base):
    __tablename__ = "parent"
    id = Column(Integer, primary_key=True)
    children = relationship("Child", back_populates="parent", collection_class=set)
    notes = relationship("Note", collection_class=attribute_keyed_dict("name"))


class Child(Base):
    __tablename__ = "child"
    id = Column(Integer, primary_key=True)
    parent_id = Column(Integer, ForeignKey("parent.id"))
    parent = relationship("Parent", back_populates="children")


class Note(Base):
    __tablename__ = "note"
    id = Column(Integer, primary_key=True)
    name = Column(String)
    parent_id = Column(Integer, ForeignKey("parent.id"))


parent = Parent()
x, y = Child(), Child()
parent.children.add(x)
parent.children.add(x)
parent.children.discard(y)
parent.children ^= {x, y}
parent.children = {x, y}
parent.children.clear()
parent.notes["a"] = Note(name="a")
parent.notes["a"] = Note(name="a")
parent.notes.pop("a")
