from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from sqlalchemy.orm.collections import collection


class Base(DeclarativeBase):
    pass


class Shelf:
    """A collection that is no list."""

    def __init__(self):
        self._items = []

    @collection.appender
    def put(self, item):
        self._items.append(item)

    @collection.remover
    def take(self, item):
        self._items.remove(item)

    @collection.iterator
    def __iter__(self):
        return iter(self._items)

    def __len__(self):
        return len(self._items)


class Room(Base):
    __tablename__ = "room"
    id: Mapped[int] = mapped_column(primary_key=True)
    books = relationship("Book", back_populates="room", collection_class=Shelf)


class Book(Base):
    __tablename__ = "book"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    room_id: Mapped[int | None] = mapped_column(ForeignKey("room.id"))
    room = relationship("Room", back_populates="books")


room = Room()
one = Book(title="one")
room.books.put(one)
Book(title="two", room=room)
print([b.title for b in room.books], one.room is room, len(room.books), type(room.books).__name__)
room.books.take(one)
print(one.room, [b.title for b in room.books])
one.room = room
one.room = None
print(len(room.books))
try:
    room.books = [one]
except TypeError as error:
    print(error)
room.books.take(one)
