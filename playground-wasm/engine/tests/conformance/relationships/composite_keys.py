from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


from sqlalchemy import ForeignKeyConstraint, PrimaryKeyConstraint, UniqueConstraint


class Order(Base):
    __tablename__ = "orders"
    shop: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    lines: Mapped[list["Line"]] = relationship(back_populates="order", order_by="Line.position.desc()")


class Line(Base):
    __tablename__ = "lines"
    shop: Mapped[int]
    number: Mapped[int]
    position: Mapped[int]
    order: Mapped[Order] = relationship(back_populates="lines")
    __table_args__ = (
        PrimaryKeyConstraint("shop", "number", "position"),
        ForeignKeyConstraint(["shop", "number"], ["orders.shop", "orders.number"], name="to_order", ondelete="CASCADE"),
        UniqueConstraint("position"),
    )


order = Order(shop=1, number=2)
order.lines.append(Line(position=3))
print(order.lines[0].order is order, order.lines[0].shop)
prop = Order.lines.property
print(prop.primaryjoin, prop.local_remote_pairs, sorted(map(str, prop.remote_side)), prop.order_by)
print(Line.__mapper__.primary_key, [constraint.name for constraint in Line.__table__.foreign_key_constraints])
print(sorted(str(key) for key in Line.__table__.foreign_keys), Line.__table__.primary_key.columns.keys())
