import datetime
import decimal
import enum
import uuid

from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Colour(enum.Enum):
    RED = 1
    BLUE = 2


class Everything(Base):
    __tablename__ = "everything"
    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]
    maybe: Mapped[str | None]
    flag: Mapped[bool]
    ratio: Mapped[float]
    price: Mapped[decimal.Decimal]
    day: Mapped[datetime.date]
    moment: Mapped[datetime.datetime]
    clock: Mapped[datetime.time]
    gap: Mapped[datetime.timedelta]
    data: Mapped[bytes]
    key: Mapped[uuid.UUID]
    colour: Mapped[Colour]


for column in Everything.__table__.columns:
    print(f"{column.name:8}{column.nullable!s:7}{column.type!r}")
thing = Everything(colour=Colour.RED, price=decimal.Decimal("1.50"), day=datetime.date(2024, 2, 29))
print(thing.colour, thing.price, thing.day, thing.flag)
