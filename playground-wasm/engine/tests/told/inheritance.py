from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Company(Base):
    __tablename__ = "company"
    id = Column(Integer, primary_key=True)
    staff = relationship("Employee", back_populates="company")


class Employee(Base):
    __tablename__ = "employee"
    id = Column(Integer, primary_key=True)
    kind = Column(String)
    company_id = Column(ForeignKey("company.id"))
    company = relationship("Company", back_populates="staff")
    __mapper_args__ = {"polymorphic_on": kind, "polymorphic_identity": "employee"}


class Manager(Employee):
    reports = relationship("Report", back_populates="manager")
    __mapper_args__ = {"polymorphic_identity": "manager"}


class Report(Base):
    __tablename__ = "report"
    id = Column(Integer, primary_key=True)
    manager_id = Column(ForeignKey("employee.id"))
    manager = relationship("Manager", back_populates="reports")


def hire(company, person):
    company.staff.append(person)
    return person


company = Company()
boss = hire(company, Manager())
Report(manager=boss)
