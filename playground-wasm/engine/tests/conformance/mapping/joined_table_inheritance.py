from sqlalchemy import ForeignKey, inspect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Vehicle(Base):
    __tablename__ = "vehicle"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    wheels: Mapped[list["Wheel"]] = relationship(back_populates="vehicle")
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "vehicle"}


class Car(Vehicle):
    __tablename__ = "car"
    id: Mapped[int] = mapped_column(ForeignKey("vehicle.id"), primary_key=True)
    doors: Mapped[int]
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("owner.id"))
    owner: Mapped["Owner | None"] = relationship(back_populates="cars")
    __mapper_args__ = {"polymorphic_identity": "car"}


class Owner(Base):
    __tablename__ = "owner"
    id: Mapped[int] = mapped_column(primary_key=True)
    cars: Mapped[list["Car"]] = relationship(back_populates="owner")


class Wheel(Base):
    __tablename__ = "wheel"
    id: Mapped[int] = mapped_column(primary_key=True)
    vehicle_id: Mapped[int | None] = mapped_column(ForeignKey("vehicle.id"))
    vehicle: Mapped["Vehicle | None"] = relationship(back_populates="wheels")


car = Car(doors=5, wheels=[Wheel() for _ in range(4)])
car.owner = Owner()
print(car.kind, len(car.wheels), car.wheels[0].vehicle is car, car.owner.cars == [car])
print(Car.__table__, Car.id, Vehicle.id, inspect(Car).tables, inspect(Car).inherit_condition)
print(inspect(Car).attrs.keys(), inspect(Car).relationships.keys(), Vehicle(id=1).kind)
wheel = Wheel(vehicle=Vehicle())
wheel.vehicle = car
print(len(car.wheels))
