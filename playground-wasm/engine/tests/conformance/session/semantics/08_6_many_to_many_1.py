from sqlalchemy import Column, ForeignKey, Table, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship


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


link = Table(
    "link",
    Base.metadata,
    Column("left_id", ForeignKey("left.id"), primary_key=True),
    Column("right_id", ForeignKey("right.id"), primary_key=True),
)


class Left(Named, Base):
    __tablename__ = "left"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    rights: Mapped[list["Right"]] = relationship(secondary=link, back_populates="lefts")


class Right(Named, Base):
    __tablename__ = "right"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    lefts: Mapped[list["Left"]] = relationship(secondary=link, back_populates="rights")


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
session = Session(engine)


x, y = Left(name="x"), Left(name="y")
r, s = Right(name="r"), Right(name="s")
x.rights = [r, s]
r.lefts.append(y)
print(x.rights, y.rights, r.lefts, s.lefts)
x.rights.remove(r)
print(x.rights, r.lefts)
y.rights = [s]
print(r.lefts, s.lefts)
y.rights.append(s)
print(y.rights, s.lefts)
s.lefts.remove(y)
print(y.rights, s.lefts)
session.add_all([x, y])
session.commit()
print(sorted(session.execute(select(link)).all()), x.rights, r in session)
print(sorted(left.name for left in s.lefts))
session.delete(x)
session.flush()
print(session.execute(select(link)).all(), sorted(left.name for left in s.lefts))
