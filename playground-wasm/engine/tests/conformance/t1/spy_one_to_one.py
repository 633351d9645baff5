from sqlalchemy import ForeignKey, event
from sqlalchemy.orm import DeclarativeBase, Mapped, configure_mappers, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Named:
    def __repr__(self):
        return self.name


class Car(Named, Base):
    __tablename__ = "car"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    driver: Mapped["Driver | None"] = relationship(back_populates="car")


class Driver(Named, Base):
    __tablename__ = "driver"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    car_id: Mapped[int | None] = mapped_column(ForeignKey("car.id"))
    car: Mapped["Car | None"] = relationship(back_populates="driver")


configure_mappers()


def listen(attribute):
    def on_set(target, value, old, initiator):
        print(f"  {attribute} of {target}: {old} -> {value} [{initiator.op.name} {initiator.key}]")

    def on_remove(target, value, initiator):
        print(f"  {attribute} of {target}: del {value} [{initiator.op.name} {initiator.key}]")

    event.listen(attribute, "set", on_set)
    event.listen(attribute, "remove", on_remove)


listen(Car.driver)
listen(Driver.car)
vw, kia = Car(name="vw"), Car(name="kia")
ann, bob = Driver(name="ann"), Driver(name="bob")
steps = [
    "vw.driver = ann", "kia.driver = bob", "vw.driver = bob", "ann.car = kia",
    "vw.driver = None", "del ann.car", "bob.car = vw", "bob.car = bob.car", "del vw.driver",
]
for step in steps:
    print(step)
    exec(step)
    print("   ", vw.driver, kia.driver, ann.car, bob.car)
