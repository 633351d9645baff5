from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    bs: Mapped[list["B"]] = relationship(back_populates="a")
    more: Mapped[list["B"]] = relationship(back_populates="a", overlaps="bs")


class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
    a_id: Mapped[int | None] = mapped_column(ForeignKey("a.id"))
    a: Mapped["A | None"] = relationship(back_populates="bs")


x, b = A(), B()
x.bs.append(b)
print(b.a is x, x.more)
x.more.append(B())
