from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Person(Base):
    __tablename__ = "person"
    id: Mapped[int] = mapped_column(primary_key=True)
    mother_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    mother: Mapped["Person | None"] = relationship(back_populates="children")
    children: Mapped[list["Person"]] = relationship(back_populates="mother")


Person()
