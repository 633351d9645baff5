from sqlalchemy import ForeignKey, Integer, create_engine
from sqlalchemy.orm import DeclarativeBase, mapped_column


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


class Child(Base):
    __tablename__ = "child"
    id = mapped_column(Integer, primary_key=True)
    parent_id = mapped_column(ForeignKey("parents.id"))


attempt(lambda: Base.metadata.create_all(create_engine("sqlite://")))
