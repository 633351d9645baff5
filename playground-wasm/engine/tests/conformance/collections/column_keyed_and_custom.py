from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


from sqlalchemy.orm import attribute_keyed_dict, column_keyed_dict, mapped_collection, keyfunc_mapping
from sqlalchemy.orm.collections import KeyFuncDict


class Folder(dict):
    pass


class Box(Base):
    __tablename__ = "box"
    id: Mapped[int] = mapped_column(primary_key=True)


class Item(Base):
    __tablename__ = "item"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    box_id: Mapped[int | None] = mapped_column(ForeignKey("box.id"))

    def __repr__(self):
        return f"<{self.name}>"


Box.by_column = relationship(Item, collection_class=column_keyed_dict(Item.__table__.c.name), overlaps="*")
Box.by_function = relationship(
    Item, collection_class=keyfunc_mapping(lambda item: (item.name or "").upper()), viewonly=True
)

box = Box()
a, b = Item(name="a"), Item(name="b")
box.by_column[a.name] = a
box.by_column.set(b)
print(box.by_column)
box.by_function.set(a)
print(box.by_function, type(box.by_column).__name__, isinstance(box.by_column, KeyFuncDict))
try:
    box.by_column["zz"] = a
    print(box.by_column)
except Exception as error:
    print(type(error).__name__, error)
try:
    box.by_column = {"q": a}
except Exception as error:
    print(type(error).__name__, error)
for text in ("box.by_column.remove(b)", "box.by_column.remove(a)", "del box.by_column['zz']"):
    try:
        exec(text)
    except Exception as error:
        print(type(error).__name__, error)
    print(box.by_column)
a.name = "renamed"
try:
    box.by_column.remove(a)
except Exception as error:
    print(type(error).__name__, error)
try:
    box.by_column.set(Item())
    print(box.by_column)
except Exception as error:
    print(type(error).__name__, error)
box.by_column.setdefault("n", Item(name="n"))
print(box.by_column.pop("n"))
