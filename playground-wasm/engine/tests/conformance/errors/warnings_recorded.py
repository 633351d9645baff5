import warnings

from sqlalchemy import ForeignKey, Integer
from sqlalchemy.orm import DeclarativeBase, configure_mappers, mapped_column, relationship


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


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    configure_mappers()
for warning in caught:
    print(warning.category.__name__, warning.category.__module__, "overlaps" in str(warning.message), warning.message.code)
Parent(children=[Child()])
print("quiet")
