from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Owner(Base):
    __tablename__ = "owner"
    id = Column(Integer, primary_key=True)
    pets = relationship("Pet", backref="owner")


class Pet(Base):
    __tablename__ = "pet"
    id = Column(Integer, primary_key=True)
    owner_id = Column(ForeignKey("owner.id"))


ann, bob = Owner(), Owner()
rex = Pet(owner=ann)
try:
    bob.pets.remove(rex)
except ValueError as error:
    print(error)
print(rex.owner is ann, ann.pets == [rex])
for action in (lambda: bob.pets.pop(), lambda: bob.pets[0], lambda: bob.pets.index(rex)):
    try:
        action()
    except Exception as error:
        print(type(error).__name__)
bob.pets.remove(rex)
