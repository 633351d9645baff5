from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, attribute_keyed_dict, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Item(Base):
    __tablename__ = "item"
    id: Mapped[int] = mapped_column(primary_key=True)
    notes: Mapped[dict[str, "Note"]] = relationship(
        collection_class=attribute_keyed_dict("keyword"), back_populates="item"
    )


class Note(Base):
    __tablename__ = "note"
    id: Mapped[int] = mapped_column(primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"))
    keyword: Mapped[str]
    text: Mapped[str | None]
    item: Mapped["Item"] = relationship(back_populates="notes")

    def __repr__(self):
        return f"Note({self.keyword}, {self.text})"


item = Item()
item.notes["a"] = Note(keyword="a", text="one")
Note(keyword="b", text="two", item=item)
print(item.notes, list(item.notes), item.notes["b"].item is item)
old = item.notes["a"]
item.notes["a"] = Note(keyword="a", text="new")
print(item.notes, old.item)
print(item.notes.pop("a"), item.notes.get("a"), "b" in item.notes)
item.notes.update({"c": Note(keyword="c")})
item.notes.setdefault("d", Note(keyword="d"))
print(item.notes.keys(), len(item.notes))
del item.notes["c"]
item.notes.clear()
print(item.notes, type(item.notes).__name__)
item.notes["x"]
