from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Owner(Base):
    __tablename__ = "owner"
    id: Mapped[int] = mapped_column(primary_key=True)
    nick: Mapped[str | None]
    pets: Mapped[list["Pet"]] = relationship(back_populates="owner")


class Pet(Base):
    __tablename__ = "pet"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("owner.id"))
    owner: Mapped["Owner | None"] = relationship(back_populates="pets")


print([(c.name, c.nullable, str(c.type)) for c in Owner.__table__.c])
print([(c.name, c.nullable, str(c.type)) for c in Pet.__table__.c])
rex = Pet(name="rex", owner=Owner(nick="al"))
print(rex.owner.nick, [pet.name for pet in rex.owner.pets])
rex.owner = None
print(rex.owner)
