from typing import Annotated, Any, Literal, Optional

from sqlalchemy import BigInteger, Numeric, String, JSON
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

str50 = Annotated[str, 50]
money = Annotated[float, mapped_column(Numeric(10, 2), nullable=True)]
pk = Annotated[int, mapped_column(primary_key=True)]


class Base(DeclarativeBase):
    type_annotation_map = {
        int: BigInteger,
        str50: String(50),
        dict[str, Any]: JSON,
    }


class Thing(Base):
    __tablename__ = "thing"
    id: Mapped[pk]
    short: Mapped[str50]
    long: Mapped[str]
    count: Mapped[int]
    price: Mapped[money]
    maybe: Mapped[Optional[str50]]
    data: Mapped[dict[str, Any]]
    state: Mapped[Literal["new", "old"]]
    opt: Mapped[int | None] = mapped_column(default=4, nullable=False)


for column in Thing.__table__.c:
    print(column.name, repr(column.type), column.nullable, column.primary_key)
print(Thing(short="a", opt=None).opt)
