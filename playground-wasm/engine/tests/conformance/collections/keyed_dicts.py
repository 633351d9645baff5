from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, attribute_keyed_dict, column_keyed_dict, keyfunc_mapping, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Shop(Base):
    __tablename__ = "shop"
    id: Mapped[int] = mapped_column(primary_key=True)
    by_name: Mapped[dict[str, "Item"]] = relationship(
        collection_class=attribute_keyed_dict("name"), back_populates="shop"
    )
    by_code: Mapped[dict[str, "Code"]] = relationship(
        collection_class=lambda: column_keyed_dict(Code.__table__.c.code)(), back_populates="shop"
    )
    by_both: Mapped[dict[tuple, "Pair"]] = relationship(
        collection_class=keyfunc_mapping(lambda pair: (pair.x, pair.y)), back_populates="shop"
    )


class Item(Base):
    __tablename__ = "item"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    shop_id: Mapped[int] = mapped_column(ForeignKey("shop.id"))
    shop: Mapped["Shop"] = relationship(back_populates="by_name")


class Code(Base):
    __tablename__ = "code"
    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str]
    shop_id: Mapped[int] = mapped_column(ForeignKey("shop.id"))
    shop: Mapped["Shop"] = relationship(back_populates="by_code")


class Pair(Base):
    __tablename__ = "pair"
    id: Mapped[int] = mapped_column(primary_key=True)
    x: Mapped[int]
    y: Mapped[int]
    shop_id: Mapped[int] = mapped_column(ForeignKey("shop.id"))
    shop: Mapped["Shop"] = relationship(back_populates="by_both")


shop = Shop()
Item(name="pen", shop=shop)
Code(code="c1", shop=shop)
Pair(x=1, y=2, shop=shop)
print(list(shop.by_name), list(shop.by_code), list(shop.by_both))
print(type(shop.by_name).__name__, type(shop.by_code).__name__, type(shop.by_both).__name__)
shop.by_both[9, 9] = Pair(x=3, y=4)
print(list(shop.by_both))
shop.by_both[9, 9].shop = None
