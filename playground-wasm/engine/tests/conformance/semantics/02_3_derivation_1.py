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
    bs: Mapped[list["B"]] = relationship(back_populates="a")


class B(Named, Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    a_id: Mapped[int | None] = mapped_column(ForeignKey("a.id"))
    a: Mapped["A"] = relationship()


a, b, c = A(name="a"), B(name="b"), B(name="c")
a.bs.append(b)
print("append:", b.a)
c.a = a
print("set:", a.bs)
