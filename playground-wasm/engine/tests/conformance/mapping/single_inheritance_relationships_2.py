from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Company(Base):
    __tablename__ = "company"
    id: Mapped[int] = mapped_column(primary_key=True)
    staff: Mapped[list["Employee"]] = relationship(back_populates="company", foreign_keys="Employee.company_id")
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


company = Company()
boss, worker, dev = Manager(), Employee(), Engineer(skill="x")
boss.leads = company
company.staff += [boss, worker, dev]
print([person.kind for person in company.staff], company.bosses == [boss])
print(all(person.company is company for person in company.staff))
try:
    worker.leads = company
    print(worker.__dict__.keys() - {"_sa_instance_state"} >= {"leads"}, len(company.bosses))
    company.bosses.append(worker)
except Exception as error:
    print(type(error).__name__, error)
print(sorted(Employee.__mapper__.polymorphic_map), Manager.__mapper__.polymorphic_identity)
print(Employee.__table__.c.keys(), Manager.__mapper__.attrs.keys(), Engineer.__mapper__.columns.keys())
print(Manager.__mapper__.inherits, Manager.__mapper__.base_mapper is Employee.__mapper__, Manager.__mapper__.single)
print(hasattr(Employee, "leads"), hasattr(Engineer, "leads"), Manager.company is Employee.company)
print(Manager.__table__ is Employee.__table__, list(Employee.__mapper__.self_and_descendants))
