from sqlalchemy import ForeignKey, Integer, String
from sqlalchemy.orm import DeclarativeBase, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class House(Base):
    __tablename__ = "house"
    id = mapped_column(Integer, primary_key=True)
    street = mapped_column(String(100), nullable=False)
    rooms = relationship("Room", back_populates="house")


class Room(Base):
    __tablename__ = "room"
    id = mapped_column(Integer, primary_key=True)
    name = mapped_column(String(30))
    house_id = mapped_column(ForeignKey("house.id"))
    house = relationship("House", back_populates="rooms")


house = House(street="Elm", rooms=[Room(name="kitchen"), Room(name="hall")])
print(", ".join(sorted(room.name for room in house.rooms)))
hall = house.rooms.pop()
print(hall.house, len(house.rooms))
house.rooms.insert(0, hall)
print([room.name for room in house.rooms], hall.house.street)
print(Base.metadata, sorted(Base.metadata.tables))
