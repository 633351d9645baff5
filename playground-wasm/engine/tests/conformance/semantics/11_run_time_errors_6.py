from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Named:
    def __repr__(self):
        return self.name or "?"


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


class A(Named, Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    bs: Mapped[list["B"]] = relationship(back_populates="a", foreign_keys="B.a_id")
    more: Mapped[list["B"]] = relationship(back_populates="a", foreign_keys="B.a_id", overlaps="bs")


class B(Named, Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    a_id: Mapped[int | None] = mapped_column(ForeignKey("a.id"))
    a: Mapped["A | None"] = relationship(back_populates="bs", single_parent=True)


x, y, b, c = A(name="x"), A(name="y"), B(name="b"), B(name="c")
x.bs.append(b)
attempt(lambda: x.more.append(c))
print(x.bs, x.more, c.a)
attempt(lambda: setattr(c, "a", x))
