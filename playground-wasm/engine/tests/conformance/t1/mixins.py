from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class HasId:
    id: Mapped[int] = mapped_column(primary_key=True)


class Named:
    name: Mapped[str] = mapped_column(String(50))

    @declared_attr.directive
    def __tablename__(cls):
        return cls.__name__.lower()

    def __repr__(self):
        return f"{type(self).__name__}({self.name})"


class Zoo(HasId, Named, Base):
    animals: Mapped[list["Animal"]] = relationship(back_populates="zoo")


class Animal(HasId, Named, Base):
    zoo_id: Mapped[int | None] = mapped_column(ForeignKey("zoo.id"))
    zoo: Mapped["Zoo | None"] = relationship(back_populates="animals")


zoo = Zoo(name="Zoo", animals=[Animal(name="lion")])
print(zoo, zoo.animals, zoo.animals[0].zoo)
print(Zoo.__tablename__, Animal.__table__.c.keys(), repr(Animal.__table__.c.name))
