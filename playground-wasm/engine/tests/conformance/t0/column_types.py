from sqlalchemy import (
    JSON, BigInteger, Boolean, Column, Date, DateTime, Enum, Float, Integer, Interval,
    LargeBinary, Numeric, SmallInteger, String, Text, Time, Unicode, UnicodeText,
)
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Everything(Base):
    __tablename__ = "everything"
    id = Column(BigInteger, primary_key=True)
    flag = Column(Boolean)
    day = Column(Date)
    moment = Column(DateTime(timezone=True))
    colour = Column(Enum("red", "green", name="colours"))
    ratio = Column(Float)
    gap = Column(Interval)
    data = Column(LargeBinary(100))
    price = Column(Numeric(10, 2))
    small = Column(SmallInteger)
    code = Column(String(8))
    notes = Column(Text)
    clock = Column(Time)
    word = Column(Unicode(5))
    words = Column(UnicodeText)
    document = Column(JSON)


for column in Everything.__table__.columns:
    print(column.name, repr(column.type))
thing = Everything(flag="not checked before a flush", price=1.5)
print(thing.flag, thing.price, thing.document)
