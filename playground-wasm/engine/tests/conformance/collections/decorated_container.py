from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


from sqlalchemy.orm.collections import collection


class Shelf:
    def __init__(self):
        self._slots = {}

    @collection.appender
    def put(self, item):
        self._slots[item.id] = item

    @collection.remover
    def take(self, item):
        del self._slots[item.id]

    @collection.iterator
    def each(self):
        return iter(self._slots.values())

    @collection.internally_instrumented
    def clear_all(self):
        for item in list(self.each()):
            self.take(item)

    @collection.adds(1)
    def put_twice(self, item, times):
        self._slots[item.id * times] = item


class Room(Base):
    __tablename__ = "room"
    id: Mapped[int] = mapped_column(primary_key=True)
    things = relationship("Thing", collection_class=Shelf, back_populates="room")


class Thing(Base):
    __tablename__ = "thing"
    id: Mapped[int] = mapped_column(primary_key=True)
    room_id: Mapped[int | None] = mapped_column(ForeignKey("room.id"))
    room = relationship("Room", back_populates="things")


room = Room()
for n in range(3):
    room.things.put(Thing(id=n))
print([(thing.id, thing.room is room) for thing in room.things.each()])
thing = next(iter(room.things.each()))
thing.room = None
print(len(list(room.things.each())))
room.things.put_twice(thing, 7)
print(thing.room is room, sorted(room.things._slots))
try:
    room.things = [thing]
except Exception as error:
    print(type(error).__name__, error)
other = Room()
shelf = other.things
shelf.put(Thing(id=9))
try:
    room.things = shelf
    print([thing.id for thing in room.things.each()], thing.room)
except Exception as error:
    print(type(error).__name__, error)
try:
    room.things.clear_all()
    print(list(room.things.each()))
except Exception as error:
    print(type(error).__name__, error)
