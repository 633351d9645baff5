from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Shape(Base):
    __tablename__ = "shape"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class Circle(Shape):
    __tablename__ = "circle"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    radius: Mapped[int]
    __mapper_args__ = {"concrete": True}


circle = Circle(name="c", radius=2)
print(circle.name, Circle.__mapper__.concrete, Circle.__mapper__.inherits)
print(Circle.__table__.c.keys(), Shape.__table__.c.keys())
print(isinstance(circle, Shape), sorted(Circle.__mapper__.attrs.keys()), Circle.__mapper__.local_table)
