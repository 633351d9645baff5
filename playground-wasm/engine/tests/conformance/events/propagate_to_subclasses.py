from sqlalchemy import event
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Employee(Base):
    __tablename__ = "employee"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    type: Mapped[str]
    __mapper_args__ = {"polymorphic_on": "type", "polymorphic_identity": "employee"}


class Manager(Employee):
    __mapper_args__ = {"polymorphic_identity": "manager"}


@event.listens_for(Employee.name, "set", propagate=True)
def everyone(target, value, old, initiator):
    print("propagated", type(target).__name__, value)


@event.listens_for(Employee.name, "set")
def only_employees(target, value, old, initiator):
    print("plain", type(target).__name__, value)


class Engineer(Employee):
    __mapper_args__ = {"polymorphic_identity": "engineer"}


Employee(name="a")
Manager(name="b")
Engineer(name="c")
print(Manager(name="d").type, Engineer().type, Employee().type)
