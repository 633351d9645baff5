from sqlalchemy import Integer
from sqlalchemy.orm import DeclarativeBase, configure_mappers, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Named:
    def __repr__(self):
        return self.name or "?"


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


class Parent(Base):
    __tablename__ = "parent"
    id = mapped_column(Integer, primary_key=True)
    children = relationship("Kid")


attempt(Parent)
attempt(Parent)
attempt(configure_mappers)


class Parent(Base):
    __tablename__ = "parent2"
    id = mapped_column(Integer, primary_key=True)
