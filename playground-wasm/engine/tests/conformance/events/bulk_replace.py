from sqlalchemy import ForeignKey, event
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class List(Base):
    __tablename__ = "list"
    id: Mapped[int] = mapped_column(primary_key=True)
    items: Mapped[list["Item"]] = relationship(back_populates="list")


class Item(Base):
    __tablename__ = "item"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    list_id: Mapped[int | None] = mapped_column(ForeignKey("list.id"))
    list: Mapped["List | None"] = relationship(back_populates="items")

    def __repr__(self):
        return self.name


@event.listens_for(List.items, "bulk_replace")
def replaced(target, values, initiator):
    print("bulk", values, initiator.op.name)
    values[:] = [v if isinstance(v, Item) else Item(name=v) for v in values]
    values.sort(key=lambda item: item.name)


todo = List(items=["wash", "cook"])
print(todo.items, todo.items[0].list is todo)
todo.items = [todo.items[1], "bake"]
print(todo.items)
todo.items += ["fail"]
