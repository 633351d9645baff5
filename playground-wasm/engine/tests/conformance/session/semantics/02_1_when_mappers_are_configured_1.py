import sqlalchemy as sa
from sqlalchemy import ForeignKey, Integer, create_engine, inspect, select
from sqlalchemy.orm import (
    DeclarativeBase,
    Session,
    aliased,
    backref,
    class_mapper,
    configure_mappers,
    joinedload,
    mapped_column,
    relationship,
)


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


def triggers(text):
    class Base(DeclarativeBase):
        pass

    class A(Base):
        __tablename__ = "a"
        id = mapped_column(Integer, primary_key=True)
        bs = relationship("B", backref="a")

    class B(Base):
        __tablename__ = "b"
        id = mapped_column(Integer, primary_key=True)
        a_id = mapped_column(ForeignKey("a.id"))

    engine = create_engine("sqlite://")
    names = {**globals(), **locals()}
    if "Session" in text:
        Base.metadata.create_all(engine)
    exec(text, names)
    print("yes" if hasattr(B, "a") else "no ", text)


for text in """A()
A.bs
A.id == 1
A.bs.property
A.bs.property.mapper
A.bs.property.direction
A.bs.any()
A.bs == None
inspect(A)
inspect(A).relationships
inspect(A).attrs
inspect(A).columns
A.__mapper__
A.__table__
class_mapper(A)
select(A)
select(A.id)
str(select(A))
select(A).join(A.bs)
aliased(A)
joinedload(A.bs)
Base.metadata.create_all(engine)
Session(engine)
Session(engine).get(A, 1)
Session(engine).execute(select(A.id))
Session(engine).execute(sa.text("select 1"))
Session(engine).query(A)
Base.registry.configure()""".split("\n"):
    triggers(text)
