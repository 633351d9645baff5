from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Parent(Base):
    __tablename__ = "parent"
    id = Column(Integer, primary_key=True)
    children = relationship("Chlid")


class Other(Base):
    __tablename__ = "other"
    id = Column(Integer, primary_key=True)


print("no error so far")
try:
    Other()
except Exception as error:
    print(type(error).__name__)
    print(error)
Parent()
