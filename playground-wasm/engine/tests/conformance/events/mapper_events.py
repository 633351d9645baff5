from sqlalchemy import ForeignKey, event
from sqlalchemy.orm import DeclarativeBase, Mapped, Mapper, configure_mappers, mapped_column, relationship


class Base(DeclarativeBase):
    pass


@event.listens_for(Mapper, "mapper_configured")
def configured(mapper, cls):
    print("configured", cls.__name__, mapper)


@event.listens_for(Mapper, "before_configured")
def before():
    print("before all")


@event.listens_for(Mapper, "after_configured")
def after():
    print("after all")


@event.listens_for(Base, "instrument_class", propagate=True)
def instrument(mapper, cls):
    print("instrument", cls.__name__)


@event.listens_for(Base, "attribute_instrument", propagate=True)
def attribute(cls, key, inst):
    print("attribute", cls.__name__, key)


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    bs: Mapped[list["B"]] = relationship(backref="a")


class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
    a_id: Mapped[int] = mapped_column(ForeignKey("a.id"))


print("classes made")
configure_mappers()
configure_mappers()
A()
