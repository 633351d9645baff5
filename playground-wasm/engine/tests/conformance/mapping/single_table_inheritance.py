from sqlalchemy import ForeignKey, inspect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Company(Base):
    __tablename__ = "company"
    id: Mapped[int] = mapped_column(primary_key=True)
    staff: Mapped[list["Employee"]] = relationship(back_populates="company")


class Employee(Base):
    __tablename__ = "employee"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    type: Mapped[str]
    company_id: Mapped[int | None] = mapped_column(ForeignKey("company.id"))
    company: Mapped["Company | None"] = relationship(back_populates="staff")
    __mapper_args__ = {"polymorphic_on": "type", "polymorphic_identity": "employee"}

    def __repr__(self):
        return f"{type(self).__name__}({self.name}, {self.type})"


class Manager(Employee):
    budget: Mapped[int | None]
    __mapper_args__ = {"polymorphic_identity": "manager"}


class Engineer(Employee):
    language: Mapped[str | None]
    __mapper_args__ = {"polymorphic_identity": "engineer"}


firm = Company(staff=[Manager(name="m", budget=5), Engineer(name="e"), Employee(name="x")])
print(firm.staff, firm.staff[0].company is firm)
print(Manager.__table__ is Employee.__table__, Employee.__table__.c.keys())
print(inspect(Manager).inherits, inspect(Manager).polymorphic_identity, inspect(Employee).polymorphic_map.keys())
print(inspect(Manager).attrs.keys(), [m.class_.__name__ for m in inspect(Employee).self_and_descendants])
print(isinstance(firm.staff[1], Employee), Manager(name="n").budget, inspect(Engineer).base_mapper)
Engineer(budget=1)
