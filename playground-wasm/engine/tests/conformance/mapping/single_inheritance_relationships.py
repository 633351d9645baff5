from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Company(Base):
    __tablename__ = "company"
    id: Mapped[int] = mapped_column(primary_key=True)
    staff: Mapped[list["Employee"]] = relationship(back_populates="company")
    bosses: Mapped[list["Manager"]] = relationship(back_populates="leads", foreign_keys="Manager.leads_id")


class Employee(Base):
    __tablename__ = "employee"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    company_id: Mapped[int | None] = mapped_column(ForeignKey("company.id"))
    company: Mapped[Company | None] = relationship(back_populates="staff", foreign_keys=[company_id])
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "employee"}


class Manager(Employee):
    leads_id: Mapped[int | None] = mapped_column(ForeignKey("company.id"))
    leads: Mapped[Company | None] = relationship(back_populates="bosses", foreign_keys=[leads_id])
    __mapper_args__ = {"polymorphic_identity": "manager"}


class Engineer(Employee):
    skill: Mapped[str | None]
    __mapper_args__ = {"polymorphic_identity": "engineer"}


Company.staff.property.foreign_keys
try:
    company = Company()
except Exception as error:
    print(type(error).__name__, error)
