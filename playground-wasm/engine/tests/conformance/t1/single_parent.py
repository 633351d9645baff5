from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Desk(Base):
    __tablename__ = "desk"
    id: Mapped[int] = mapped_column(primary_key=True)
    lamp_id: Mapped[int | None] = mapped_column(ForeignKey("lamp.id"))
    lamp: Mapped["Lamp | None"] = relationship(single_parent=True, cascade="all, delete-orphan")


class Lamp(Base):
    __tablename__ = "lamp"
    id: Mapped[int] = mapped_column(primary_key=True)


lamp = Lamp()
one, two = Desk(lamp=lamp), Desk()
print(one.lamp is lamp)
try:
    two.lamp = lamp
except Exception as error:
    print(type(error).__name__, error)
one.lamp = None
two.lamp = lamp
print(two.lamp is lamp, one.lamp)
