from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


from sqlalchemy.orm import backref, configure_mappers


class Parent(Base):
    __tablename__ = "parent"
    id: Mapped[int] = mapped_column(primary_key=True)
    one = relationship("One", backref=backref("parent", uselist=True, info={"x": 1}, lazy="joined"))
    two = relationship("Two", backref=backref("parents", collection_class=set, cascade="all"))
    only = relationship("Only", uselist=False, backref="parent")


class One(Base):
    __tablename__ = "one"
    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("parent.id"))


class Two(Base):
    __tablename__ = "two"
    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("parent.id"))


class Only(Base):
    __tablename__ = "only"
    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("parent.id"))


print(hasattr(One, "parent"))
configure_mappers()
print(hasattr(One, "parent"), One.parent.property.info, One.parent.property.lazy, One.parent.property.back_populates)
parent = Parent()
try:
    one = One(parent=[parent])
    print(parent.one == [one], one.parent)
except Exception as error:
    print(type(error).__name__, error)
only = Only(parent=parent)
print(parent.only is only, Only.parent.property.uselist, Parent.only.property.backref, Parent.one.property.backref[0])
print(One.parent.property.cascade, Two.parents.property.cascade, Two.parents.property.collection_class)
