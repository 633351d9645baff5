from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Box(Base):
    __tablename__ = "box"
    id = Column(Integer, primary_key=True)
    items = relationship("Item", back_populates="box")


class Item(Base):
    __tablename__ = "item"
    id = Column(Integer, primary_key=True)
    name = Column(String)
    box_id = Column(ForeignKey("box.id"))
    box = relationship("Box", back_populates="items")


def names(items):
    return [item.name for item in items]


one, two = Box(), Box()
pen, cup, key = Item(name="pen"), Item(name="cup"), Item(name="key")
mine = [pen, cup]
one.items = mine
print(one.items is mine, one.items == mine)
before = one.items
one.items = [cup, key]
print(names(before), names(one.items), pen.box)
before.append(pen)
print(pen.box, names(one.items))
two.items = one.items
print(names(one.items), names(two.items))
two.items = two.items
print(names(two.items))
two.items = []
print(cup.box, key.box)
del two.items
print(two.items)
