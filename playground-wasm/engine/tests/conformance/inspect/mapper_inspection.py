from sqlalchemy import ForeignKey, inspect
from sqlalchemy.orm import DeclarativeBase, Mapped, class_mapper, mapped_column, object_mapper, relationship


class Base(DeclarativeBase):
    pass


class Parent(Base):
    __tablename__ = "parent"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    children: Mapped[list["Child"]] = relationship(back_populates="parent")


class Child(Base):
    __tablename__ = "child"
    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[int] = mapped_column(ForeignKey("parent.id"))
    parent: Mapped["Parent"] = relationship(back_populates="children")


mapper = inspect(Parent)
print(mapper is Parent.__mapper__, class_mapper(Parent) is mapper, object_mapper(Parent()) is mapper, mapper.entity is Parent)
print([(c.key, str(c)) for c in mapper.columns], mapper.c.name, mapper.all_orm_descriptors.keys())
for attr in mapper.attrs:
    print(attr.key, type(attr).__name__, str(attr))
for rel in mapper.relationships:
    print(rel.key, rel.direction.name, rel.mapper.class_.__name__, rel.target, rel.local_columns, rel.remote_side, rel.back_populates, rel.secondary, rel.entity)
column = mapper.column_attrs["name"]
print(column.columns, column.expression, column.key, mapper.relationships["children"].argument if False else "", mapper.persist_selectable, mapper.tables)
print("children" in mapper.relationships, "nope" in mapper.attrs, len(mapper.attrs), mapper.relationships.children.key, mapper.get_property_by_column(Parent.__table__.c.id).key)
print(mapper.identity_key_from_instance(Parent(id=3)), mapper.primary_key_from_instance(Parent(id=3)), mapper.is_mapper, mapper.concrete, mapper.single, mapper.polymorphic_on)
try:
    mapper.get_property("nope")
except Exception as error:
    print(type(error).__name__, error)
try:
    class_mapper(int)
except Exception as error:
    print(type(error).__name__, error)
mapper.attrs.nope
