from sqlalchemy import inspect
from sqlalchemy.orm import DeclarativeBase, Mapped, column_property, mapped_column, synonym


class Base(DeclarativeBase):
    pass


class Person(Base):
    __tablename__ = "person"
    id: Mapped[int] = mapped_column(primary_key=True)
    first: Mapped[str] = mapped_column()
    last: Mapped[str] = mapped_column()
    full: Mapped[str] = column_property(first + " " + last)
    surname: Mapped[str] = synonym("last")
    twice = column_property(id * 2)


p = Person(first="Ann", last="Lee")
print(p.full, p.surname, p.twice)
p.surname = "Day"
print(p.last, p.surname, Person(surname="X").last)
print(inspect(Person).attrs.keys(), inspect(Person).synonyms.keys(), inspect(Person).column_attrs.keys())
print(Person.full, Person.surname, Person.__table__.c.keys())
