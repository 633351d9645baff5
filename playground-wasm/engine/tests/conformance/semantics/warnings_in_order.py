from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


import warnings


class Parent(Base):
    __tablename__ = "parent"
    id: Mapped[int] = mapped_column(primary_key=True)
    a = relationship("Child")
    b = relationship("Child")
    c = relationship("Child", viewonly=True)
    d = relationship("Child", overlaps="a,b")


class Child(Base):
    __tablename__ = "child"
    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("parent.id"))
    parent = relationship("Parent")


print("before")
Parent()
print("after")
Child()
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")

    class Child(Base):
        __tablename__ = "child2"
        id: Mapped[int] = mapped_column(primary_key=True)

print(len(caught), caught[0].category.__name__, caught[0].message)
