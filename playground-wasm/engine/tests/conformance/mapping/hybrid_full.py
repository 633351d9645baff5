from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Person(Base):
    __tablename__ = "person"
    id: Mapped[int] = mapped_column(primary_key=True)
    first: Mapped[str]
    last: Mapped[str]

    @hybrid_property
    def full(self):
        return self.first + " " + self.last

    @full.setter
    def full(self, value):
        self.first, self.last = value.split(" ", 1)

    @hybrid_property
    def broken(self):
        raise AttributeError("inside")


p = Person(first="Ada", last="Lovelace")
print(p.full)
p.full = "Grace Hopper"
print(p.first, p.last, Person.full)
try:
    p.broken = 1
except AttributeError as error:
    print(error)
p.full = "Cher"
