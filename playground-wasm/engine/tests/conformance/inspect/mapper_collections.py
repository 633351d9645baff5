from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Parent(Base):
    __tablename__ = "parent"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    children: Mapped[list["Child"]] = relationship(back_populates="parent")

    def __repr__(self):
        return f"Parent({self.name})"


class Child(Base):
    __tablename__ = "child"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("parent.id"))
    parent: Mapped["Parent | None"] = relationship(back_populates="children")

    def __repr__(self):
        return f"Child({self.name})"


from sqlalchemy import inspect
from sqlalchemy.orm import configure_mappers

mapper = inspect(Parent)
print(mapper, repr(mapper), str(mapper))
print(mapper.relationships.items())
print(mapper.relationships.keys(), mapper.relationships["children"], mapper.relationships.children.mapper)
print(mapper.attrs.keys(), mapper.column_attrs.keys(), mapper.columns.keys(), mapper.c.keys())
print(mapper.class_, mapper.local_table, mapper.mapped_table if hasattr(mapper, "mapped_table") else "-")
print(mapper.primary_key, mapper.identity_key_from_instance(Parent(id=3)))
print(mapper.primary_key_from_instance(Parent(id=3)), mapper.get_property("name"), mapper.has_property("zz"))
try:
    mapper.get_property("zz")
except Exception as error:
    print(type(error).__name__, error)
try:
    mapper.attrs.zz
except Exception as error:
    print(type(error).__name__, error)
print(mapper.get_property_by_column(Parent.__table__.c.name), mapper.all_orm_descriptors.keys())
print(len(mapper.attrs), [attribute.key for attribute in mapper.attrs], "children" in mapper.attrs)
print(mapper.is_mapper, inspect(Parent()).is_instance, mapper.entity is Parent, mapper.selectable)
print(mapper.registry is Base.registry, sorted(entry.class_.__name__ for entry in Base.registry.mappers))
print(mapper.configured, len(mapper.validators), mapper.synonyms.keys(), mapper.composites.keys(), mapper.polymorphic_on)
print(inspect(5, raiseerr=False))
try:
    inspect(5)
except Exception as error:
    print(type(error).__name__, error)
