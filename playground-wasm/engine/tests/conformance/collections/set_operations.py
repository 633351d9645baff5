from sqlalchemy import ForeignKey, event
from sqlalchemy.orm import DeclarativeBase, Mapped, configure_mappers, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Bag(Base):
    __tablename__ = "bag"
    id: Mapped[int] = mapped_column(primary_key=True)
    coins: Mapped[set["Coin"]] = relationship(back_populates="bag")


class Coin(Base):
    __tablename__ = "coin"
    id: Mapped[int] = mapped_column(primary_key=True)
    bag_id: Mapped[int | None] = mapped_column(ForeignKey("bag.id"))
    bag: Mapped["Bag | None"] = relationship(back_populates="coins")

    def __repr__(self):
        return f"c{self.id}"


configure_mappers()
for kind in ("append", "append_wo_mutation", "remove", "bulk_replace"):

    @event.listens_for(Bag.coins, kind)
    def log(target, value, initiator, kind=kind, **kw):
        if kind == "bulk_replace":
            value = sorted(value, key=repr)
        print("  ", kind, value, initiator.op.name)


a, b, c = (Coin(id=n) for n in (1, 2, 3))
bag, other = Bag(), Bag()
for text in (
    "bag.coins.add(a)", "bag.coins.add(a)", "bag.coins.update([b])", "bag.coins |= {c}",
    "bag.coins.discard(b)", "bag.coins.discard(b)", "bag.coins.remove(c)", "bag.coins -= {a, b}",
    "bag.coins = {b}", "bag.coins = {b, c}", "bag.coins &= {c}", "bag.coins ^= {c}",
    "bag.coins.intersection_update(set())", "bag.coins.symmetric_difference_update({a})",
    "bag.coins.difference_update([a])", "other.coins.add(b)", "bag.coins = other.coins",
    "print(bag.coins.pop())", "bag.coins.clear()", "bag.coins.add('x')", "bag.coins.add(None)",
    "bag.coins |= 5", "bag.coins.remove(a)", "bag.coins = [a]",
):
    print(text)
    try:
        exec(text)
    except Exception as error:
        print("  ", type(error).__name__, error)
print(len(bag.coins), other.coins, [coin.bag for coin in (a, b, c)])
print(bag.coins | {a}, type(bag.coins | {a}).__name__, type(bag.coins).__name__, isinstance(bag.coins, set))
