from sqlalchemy import BigInteger, String, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Item(Base):
    __tablename__ = "item"
    id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    name: Mapped[str] = mapped_column(String(20), unique=True, index=True)
    label: Mapped[str | None] = mapped_column("item_label", nullable=False)
    count: Mapped[int] = mapped_column(default=0)
    state: Mapped[str] = mapped_column(server_default=text("'new'"))
    plain = mapped_column(String(5), nullable=True)


for column in Item.__table__.c:
    print(repr(column))
item = Item(label="x")
print(item.label, item.count, item.state, item.plain)
print(Item.label, Item.__table__.c.item_label, Item.count.type)
