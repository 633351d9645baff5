import datetime
import decimal

from sqlalchemy import String, create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from sqlalchemy.schema import CreateTable


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


class Hotel(Base):
    __tablename__ = "hotel"
    id: Mapped[int] = mapped_column(primary_key=True)
    stars: Mapped[int | None] = mapped_column(default=3)
    name: Mapped[str] = mapped_column(String(20), unique=True)
    price: Mapped[float | None]
    open: Mapped[bool | None]
    since: Mapped[datetime.datetime | None]
    day: Mapped[datetime.date | None]
    tax: Mapped[decimal.Decimal | None]
    photo: Mapped[bytes | None]


print(CreateTable(Hotel.__table__))
engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add(Hotel(name="x", stars=None))
    session.commit()
    print(session.get(Hotel, 1).stars)
