from dataclasses import fields, asdict

from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column


class Base(DeclarativeBase):
    pass


class Common(MappedAsDataclass):
    created: Mapped[int] = mapped_column(default=0, kw_only=True)


class Thing(Common, Base, kw_only=True, repr=True, order=True):
    __tablename__ = "thing"
    id: Mapped[int] = mapped_column(primary_key=True, init=False, compare=False)
    name: Mapped[str]
    size: Mapped[int] = mapped_column(default=2)


print(Thing(name="x"))
print(Thing(name="a") < Thing(name="b"), Thing(name="a", size=3) >= Thing(name="a"))
print([field.name for field in fields(Thing)])
print(Thing.__table__.c.size.default)
try:
    Thing("x")
except TypeError as error:
    print(error)
try:
    Thing()
except TypeError as error:
    print(error)
thing = Thing(name="q", created=7)
thing.size = 9
print(thing, thing.id)
