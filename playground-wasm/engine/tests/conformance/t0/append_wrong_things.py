from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Owner(Base):
    __tablename__ = "owner"
    id = Column(Integer, primary_key=True)
    pets = relationship("Pet", back_populates="owner")


class Pet(Base):
    __tablename__ = "pet"
    id = Column(Integer, primary_key=True)
    owner_id = Column(ForeignKey("owner.id"))
    owner = relationship("Owner", back_populates="pets")


class Plain:
    pass


owner = Owner()
for thing in ("Rex", 7, Plain(), Owner()):
    try:
        owner.pets.append(thing)
    except Exception as error:
        print(type(error).__name__, error)
print(owner.pets)
pet = Pet()
for thing in ("Ann", [owner], pet):
    try:
        pet.owner = thing
    except Exception as error:
        print(type(error).__name__, error)
print(pet.owner)
owner.pets.append(None)
print(owner.pets)
Owner.pets.append(pet)
