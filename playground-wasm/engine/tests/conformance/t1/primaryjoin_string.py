from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    boston_addresses: Mapped[list["Address"]] = relationship(
        primaryjoin="and_(User.id == Address.user_id, Address.city == 'Boston')", viewonly=True
    )
    addresses: Mapped[list["Address"]] = relationship(back_populates="user")


class Address(Base):
    __tablename__ = "address"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    city: Mapped[str]
    user: Mapped["User"] = relationship(back_populates="addresses")


ann = User(name="ann", addresses=[Address(city="Boston"), Address(city="Rome")])
print([a.city for a in ann.addresses], ann.boston_addresses)
print(User.boston_addresses.property.primaryjoin)
ann.boston_addresses.append(ann.addresses[0])
print(len(ann.boston_addresses), len(ann.addresses))
