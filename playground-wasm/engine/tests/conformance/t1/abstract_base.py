from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Entity(Base):
    __abstract__ = True
    id: Mapped[int] = mapped_column(primary_key=True)

    def describe(self):
        return f"{type(self).__name__} #{self.id}"


class Ship(Entity):
    __tablename__ = "ship"
    crew: Mapped[list["Sailor"]] = relationship(back_populates="ship")


class Sailor(Entity):
    __tablename__ = "sailor"
    ship_id: Mapped[int | None] = mapped_column(ForeignKey("ship.id"))
    ship: Mapped["Ship | None"] = relationship(back_populates="crew")


ship = Ship(id=1, crew=[Sailor(id=7)])
print(ship.describe(), ship.crew[0].describe(), ship.crew[0].ship.describe())
print(hasattr(Entity, "__table__"), sorted(Base.metadata.tables))
Entity()
