from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, registry, relationship

reg = registry()


@reg.mapped_as_dataclass
class Owner:
    __tablename__ = "owner"
    id: Mapped[int] = mapped_column(primary_key=True)
    pets: Mapped[list["Pet"]] = relationship(default_factory=list, back_populates="owner")


@reg.mapped_as_dataclass(unsafe_hash=True)
class Pet:
    __tablename__ = "pet"
    id: Mapped[int] = mapped_column(primary_key=True)
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("owner.id"), init=False, repr=False)
    owner: Mapped["Owner | None"] = relationship(default=None, back_populates="pets", repr=False, compare=False)


owner = Owner(1)
pet = Pet(2, owner)
print(owner, pet)
print(hash(pet) == hash(Pet(2)))
print(owner.pets[0].owner is owner)
