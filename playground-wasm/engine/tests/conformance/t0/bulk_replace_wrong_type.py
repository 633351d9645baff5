from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Box(Base):
    __tablename__ = "box"
    id = Column(Integer, primary_key=True)
    items = relationship("Item", back_populates="box")


class Item(Base):
    __tablename__ = "item"
    id = Column(Integer, primary_key=True)
    box_id = Column(ForeignKey("box.id"))
    box = relationship("Box", back_populates="items")


box, item = Box(), Item()
for value in (None, item, (item,), {item}, {"k": item}, (i for i in [item]), 5, "abc"):
    try:
        box.items = value
    except TypeError as error:
        print(error)
print(box.items, item.box)
