from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, registry, relationship

reg = registry()


@reg.mapped
class Owner:
    __tablename__ = "owner"
    id: Mapped[int] = mapped_column(primary_key=True)
    pets: Mapped[list["Pet"]] = relationship(back_populates="owner")


@reg.mapped
class Pet:
    __tablename__ = "pet"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("owner.id"))
    owner: Mapped["Owner | None"] = relationship(back_populates="pets")


owner = Owner()
owner.pets.append(Pet(name="rex"))
print(owner.pets[0].owner is owner, owner.pets[0].name, Owner.__mro__[1:], sorted(reg.metadata.tables))
Base = reg.generate_base()


class Toy(Base):
    __tablename__ = "toy"
    id: Mapped[int] = mapped_column(primary_key=True)


print(Toy(id=1).id, Base, sorted(m.class_.__name__ for m in reg.mappers))
Pet(nme="x")
