from sqlalchemy import Column, Integer
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Thing(Base):
    __tablename__ = "thing"
    id = Column(Integer, primary_key=True)


thing = Thing()
print(thing)
print([thing, Thing()])
print(repr(thing) == str(thing), repr(thing) == repr(Thing()))
print(Thing)
