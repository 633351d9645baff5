from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Room(Base):
    __tablename__ = "room"
    id = Column(Integer, primary_key=True)
    guests = relationship("Guest", back_populates="room")


class Guest(Base):
    __tablename__ = "guest"
    id = Column(Integer, primary_key=True)
    name = Column(String)
    room_id = Column(ForeignKey("room.id"))
    room = relationship("Room", back_populates="guests")

    def __repr__(self):
        return self.name


small, big = Room(guests=[Guest(name=n) for n in "abcdef"]), Room()
for guest in small.guests:
    guest.room = big
print(small.guests, big.guests)
for guest in list(small.guests):
    guest.room = big
print(small.guests, big.guests)
small.guests.extend(big.guests)
print(small.guests, big.guests)
