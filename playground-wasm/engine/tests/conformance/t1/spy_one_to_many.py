from sqlalchemy import ForeignKey, event
from sqlalchemy.orm import DeclarativeBase, Mapped, configure_mappers, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Order(Base):
    __tablename__ = "orders"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    lines: Mapped[list["Line"]] = relationship(back_populates="order")

    def __repr__(self):
        return self.name


class Line(Base):
    __tablename__ = "lines"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    order_id: Mapped[int | None] = mapped_column(ForeignKey("orders.id"))
    order: Mapped["Order | None"] = relationship(back_populates="lines")

    def __repr__(self):
        return self.name


configure_mappers()


@event.listens_for(Order.lines, "append")
def on_append(target, value, initiator):
    print("  append", value, "to", target, "by", initiator.key, initiator.op.name)


@event.listens_for(Order.lines, "remove")
def on_remove(target, value, initiator):
    print("  remove", value, "from", target, "by", initiator.key, initiator.op.name)


@event.listens_for(Line.order, "set")
def on_set(target, value, old, initiator):
    print("  set", target, "to", value, "was", old, "by", initiator.key, initiator.op.name)


one, two, x, y = Order(name="one"), Order(name="two"), Line(name="x"), Line(name="y")
for text in """one.lines.append(x)
two.lines.append(x)
x.order = one
y.order = one
one.lines = [y]
one.lines += [x]
two.lines[:] = one.lines
two.lines.pop(0)
del y.order
two.lines.clear()""".split("\n"):
    print(text)
    exec(text)
print(one.lines, two.lines, x.order, y.order)
