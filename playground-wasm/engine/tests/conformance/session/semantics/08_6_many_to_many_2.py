from sqlalchemy import Column, ForeignKey, Table, create_engine
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


class Left(Base):
    __tablename__ = "left"
    id: Mapped[int] = mapped_column(primary_key=True)
    rights: Mapped[list["Right"]] = relationship(secondary=link)


class Right(Base):
    __tablename__ = "right"
    id: Mapped[int] = mapped_column(primary_key=True)
    lefts: Mapped[list["Left"]] = relationship(secondary=link)


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    x, r = Left(), Right()
    x.rights.append(r)
    print(len(r.lefts))
    r.lefts.append(x)
    session.add(x)
    try:
        session.commit()
    except Exception as error:
        print(type(error).__name__, error)
