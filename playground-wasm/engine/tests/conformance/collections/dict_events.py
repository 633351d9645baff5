from sqlalchemy import ForeignKey, event
from sqlalchemy.orm import DeclarativeBase, Mapped, attribute_keyed_dict, configure_mappers, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Item(Base):
    __tablename__ = "item"
    id: Mapped[int] = mapped_column(primary_key=True)
    notes: Mapped[dict[str, "Note"]] = relationship(
        collection_class=attribute_keyed_dict("word"), back_populates="item"
    )


class Note(Base):
    __tablename__ = "note"
    id: Mapped[int] = mapped_column(primary_key=True)
    word: Mapped[str]
    item_id: Mapped[int | None] = mapped_column(ForeignKey("item.id"))
    item: Mapped["Item | None"] = relationship(back_populates="notes")

    def __repr__(self):
        return f"<{self.word}>"


configure_mappers()
for kind in ("append", "append_wo_mutation", "remove", "bulk_replace"):

    @event.listens_for(Item.notes, kind)
    def log(target, value, initiator, kind=kind, keys=None, **kw):
        print("  ", kind, value, initiator.op.name)


a, b, c = (Note(word=w) for w in "abc")
item = Item()
for text in (
    "item.notes['a'] = a", "item.notes['a'] = a", "item.notes['b'] = b", "c.item = item",
    "del item.notes['b']", "print(item.notes.pop('a'))", "print(item.notes.pop('zz', None))",
    "print(item.notes.setdefault('c', a))", "print(item.notes.setdefault('b', b))",
    "item.notes.update(a=a)", "item.notes.update([('a', a)])", "print(item.notes.popitem())",
    "item.notes = {'a': a}", "item.notes = {'x': b}", "item.notes = [a]", "item.notes.pop('none')",
    "item.notes[1] = 'text'", "item.notes |= {'c': c}", "a.word = 'other'", "a.item = None",
    "item.notes.clear()", "Note(item=item)",
):
    print(text)
    try:
        exec(text)
    except Exception as error:
        print("  ", type(error).__name__, error)
    print("      ", item.notes)
