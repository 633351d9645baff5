from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class One(DeclarativeBase):
    pass


class Two(DeclarativeBase):
    pass


class Parent(One):
    __tablename__ = "parent"
    id: Mapped[int] = mapped_column(primary_key=True)
    children: Mapped[list["Child"]] = relationship()


class Child(Two):
    __tablename__ = "child"
    id: Mapped[int] = mapped_column(primary_key=True)


Child()
print("Two is fine")
Parent()
