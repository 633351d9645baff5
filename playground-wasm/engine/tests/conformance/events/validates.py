from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship, validates


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    email: Mapped[str | None]
    addresses: Mapped[list["Address"]] = relationship(back_populates="user")

    @validates("name", "email")
    def validate_text(self, key, value):
        print("validating", key, value)
        if key == "email" and "@" not in value:
            raise ValueError(f"{value!r} is no address")
        return value.strip()

    @validates("addresses", include_removes=True)
    def validate_address(self, key, address, is_remove):
        print("removing" if is_remove else "adding", address.street)
        return address


class Address(Base):
    __tablename__ = "address"
    id: Mapped[int] = mapped_column(primary_key=True)
    street: Mapped[str]
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    user: Mapped["User | None"] = relationship(back_populates="addresses")


u = User(name=" ann ", email="a@b")
print(repr(u.name))
try:
    u.email = "nowhere"
except ValueError as error:
    print(error, u.email)
a = Address(street="elm", user=u)
u.addresses.append(Address(street="oak"))
u.addresses.remove(a)
u.addresses = [a]
a.user = None
User(email="x")
