from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Parent(Base):
    __tablename__ = "parent"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    children: Mapped[list["Child"]] = relationship(
        back_populates="parent", order_by="Child.name", lazy="selectin", cascade="all, delete-orphan", passive_deletes=True,
        info={"a": 1}, doc="the children", passive_updates=False, join_depth=2, innerjoin=False, active_history=True,
        enable_typechecks=True, omit_join=None, load_on_pending=False, overlaps="x,y",
    )

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


prop = Parent.children.property
for name in (
    "info", "doc", "lazy", "cascade", "passive_deletes", "passive_updates", "order_by", "uselist", "viewonly", "join_depth",
    "innerjoin", "active_history", "post_update", "single_parent", "key", "back_populates", "backref", "secondary",
    "collection_class", "load_on_pending", "sync_backref",
):
    print(name, repr(getattr(prop, name, "absent")))
print(Parent.children.property.doc, Parent.children.info, Parent.children.property.parent, prop.strategy_key)
print(Child.parent.property.lazy, Child.parent.property.strategy_key, Child.parent.property._use_get)
for lazy in ("select", "joined", "subquery", "selectin", "raise", "raise_on_sql", "noload", "immediate", "dynamic", "write_only", True, False, None):

    class Temp(Base):
        __tablename__ = f"temp_{lazy}"
        id: Mapped[int] = mapped_column(primary_key=True)
        parent_id = Column(ForeignKey("parent.id"))
        parents = relationship("Parent", lazy=lazy, uselist=True, viewonly=lazy not in ("dynamic", "write_only"))

    try:
        print(repr(lazy), type(Temp().parents).__name__)
    except Exception as error:
        print(repr(lazy), type(error).__name__, error)
