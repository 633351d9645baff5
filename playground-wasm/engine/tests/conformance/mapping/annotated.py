import datetime
from typing import Annotated

from sqlalchemy import ForeignKey, String, func
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

intpk = Annotated[int, mapped_column(primary_key=True)]
name = Annotated[str, mapped_column(String(30), nullable=False)]
stamp = Annotated[datetime.datetime, mapped_column(server_default=func.now())]
owner = Annotated[int, mapped_column(ForeignKey("owner.id"))]


class Base(DeclarativeBase):
    pass


class Owner(Base):
    __tablename__ = "owner"
    id: Mapped[intpk]
    name: Mapped[name]
    made: Mapped[stamp]
    things: Mapped[list["Thing"]] = relationship(back_populates="owner")


class Thing(Base):
    __tablename__ = "thing"
    id: Mapped[intpk]
    label: Mapped[name] = mapped_column("the_label", index=True)
    owner_id: Mapped[owner]
    owner: Mapped["Owner"] = relationship(back_populates="things")


for table in (Owner.__table__, Thing.__table__):
    for column in table.c:
        print(table, column.name, column.type, column.nullable, column.primary_key, column.server_default is not None, column.index, column.foreign_keys)
print(Owner(things=[Thing(label="x")]).things[0].owner.name)
