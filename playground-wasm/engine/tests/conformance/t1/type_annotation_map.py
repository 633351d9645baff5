from decimal import Decimal
from typing import Annotated

from sqlalchemy import BigInteger, Numeric, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

short = Annotated[str, 8]
money = Annotated[Decimal, "money"]
key = Annotated[int, mapped_column(primary_key=True)]


class Base(DeclarativeBase):
    type_annotation_map = {int: BigInteger, short: String(8), money: Numeric(8, 2)}


class Product(Base):
    __tablename__ = "product"
    id: Mapped[key]
    code: Mapped[short]
    alias: Mapped[short | None]
    price: Mapped[money]
    stock: Mapped[int]
    text: Mapped[str]


for column in Product.__table__.c:
    print(repr(column))
