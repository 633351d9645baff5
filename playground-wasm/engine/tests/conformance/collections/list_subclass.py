from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Sorted(list):
    def append(self, item):
        print("append", item)
        super().append(item)
        self.sort(key=lambda item: item.name)

    def first(self):
        return self[0] if self else None


class Box(Base):
    __tablename__ = "box"
    id: Mapped[int] = mapped_column(primary_key=True)
    items: Mapped[list["Item"]] = relationship(collection_class=Sorted, back_populates="box")


class Item(Base):
    __tablename__ = "item"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    box_id: Mapped[int | None] = mapped_column(ForeignKey("box.id"))
    box: Mapped["Box | None"] = relationship(back_populates="items")

    def __repr__(self):
        return f"<{self.name}>"


box = Box()
Item(name="b", box=box)
box.items.append(Item(name="a"))
print(box.items, box.items.first(), type(box.items).__name__)
box.items.extend([Item(name="0"), Item(name="c")])
print(box.items)
box.items.insert(0, Item(name="z"))
box.items.sort(key=lambda item: item.name, reverse=True)
print(box.items, box.items[0].box is box)
box.items = [box.items[1]]
print(box.items)
box.items.reverse()
print(box.items.index(box.items[0]), box.items.count(5), box.items.copy())
