import warnings

from sqlalchemy import ForeignKey, Integer
from sqlalchemy.exc import SAWarning
from sqlalchemy.orm import DeclarativeBase, configure_mappers, mapped_column, relationship

warnings.simplefilter("error", SAWarning)


class Base(DeclarativeBase):
    pass


class Parent(Base):
    __tablename__ = "parent"
    id = mapped_column(Integer, primary_key=True)
    children = relationship("Child")


class Child(Base):
    __tablename__ = "child"
    id = mapped_column(Integer, primary_key=True)
    parent_id = mapped_column(ForeignKey("parent.id"))
    parent = relationship("Parent")


try:
    configure_mappers()
except SAWarning as warning:
    print("caught", str(warning)[:60])
Parent()
