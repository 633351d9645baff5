from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Hutch(Base):
    __tablename__ = "hutch"
    id: Mapped[int] = mapped_column(primary_key=True)
    rabbits: Mapped[list["Rabbit"]] = relationship(back_populates="hutch")


class Rabbit(Base):
    __tablename__ = "rabbit"
    id: Mapped[int] = mapped_column(primary_key=True)
    hutch_id: Mapped[int | None] = mapped_column(ForeignKey("hutch.id"))
    hutch: Mapped["Hutch | None"] = relationship(back_populates="rabbits")


hutch, rabbit = Hutch(), Rabbit()
hutch.rabbits.append(rabbit)
try:
    rabbit.hutch = "under the hedge"
except AttributeError as error:
    print(error)
print(hutch.rabbits, rabbit.hutch is hutch)
rabbit.hutch = hutch
print(hutch.rabbits)
rabbit.hutch = None
rabbit.hutch = hutch
print(len(hutch.rabbits))
