from sqlalchemy import Column, ForeignKey, Integer, Table
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()

link = Table(
    "link",
    Base.metadata,
    Column("left_id", ForeignKey("left.id"), primary_key=True),
    Column("right_id", ForeignKey("right.id"), primary_key=True),
)


class Left(Base):
    __tablename__ = "left"
    id = Column(Integer, primary_key=True)
    rights = relationship("Right", secondary=link)


class Right(Base):
    __tablename__ = "right"
    id = Column(Integer, primary_key=True)
    lefts = relationship("Left", secondary=link)


x, y = Left(), Right()
x.rights.append(y)
print(y.lefts)
