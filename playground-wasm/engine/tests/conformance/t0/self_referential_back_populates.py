from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Employee(Base):
    __tablename__ = "employee"
    id = Column(Integer, primary_key=True)
    name = Column(String)
    manager_id = Column(ForeignKey("employee.id"))
    manager = relationship("Employee", back_populates="reports", remote_side="Employee.id")
    reports = relationship("Employee", back_populates="manager")


boss = Employee(name="boss")
for name in ("ann", "bob"):
    Employee(name=name, manager=boss)
print([e.name for e in boss.reports])
boss.reports[0].reports.append(boss.reports[1])
print([e.name for e in boss.reports], boss.reports[0].reports[0].manager.name)
boss.manager = boss
print([e.name for e in boss.reports])
