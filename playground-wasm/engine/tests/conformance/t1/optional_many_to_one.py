from typing import Optional

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Department(Base):
    __tablename__ = "department"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(30))
    staff: Mapped[list["Employee"]] = relationship(back_populates="department")


class Employee(Base):
    __tablename__ = "employee"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    department_id: Mapped[Optional[int]] = mapped_column(ForeignKey("department.id"))
    department: Mapped[Optional["Department"]] = relationship(back_populates="staff")

    def __repr__(self) -> str:
        where = self.department.name if self.department else "nowhere"
        return f"Employee({self.name!r} in {where})"


sales = Department(name="sales")
ann = Employee(name="ann")
print(ann, sales.staff)
ann.department = sales
print(ann, sales.staff)
sales.staff = []
print(ann, sales.staff)
for name in ("id", "name", "department_id"):
    print(name, Employee.__table__.c[name].nullable)
