from sqlalchemy import create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


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


class Zebra(Base):
    __tablename__ = "zebra"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None]


class Ant(Base):
    __tablename__ = "ant"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    size: Mapped[int] = mapped_column(default=3)


engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
engine.echo = True
session = Session(engine)
session.add_all([Zebra(name="z"), Ant(name="a"), Zebra(name="y"), Ant(), Ant(id=7), Ant(id=8, name="h")])
session.flush()
print("---")
a, b, z = session.get(Ant, 8), session.get(Ant, 7), session.get(Zebra, 2)
a.name, b.name = "first", "second"
session.add(Ant(name="new"))
session.delete(z)
session.delete(session.get(Zebra, 1))
session.commit()
