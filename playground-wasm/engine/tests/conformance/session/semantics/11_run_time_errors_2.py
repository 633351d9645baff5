from sqlalchemy import Column, Integer, String, create_engine
from sqlalchemy.ext.declarative import declarative_base as old
from sqlalchemy.orm import DeclarativeBase, Session, declarative_base


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


Old = old()
Base = declarative_base()
print(Old, Base)


class Parent(Base):
    __tablename__ = "parent"
    id = Column(Integer, primary_key=True)
    name = Column(String(50), nullable=False)


print(Parent.__table__.c.name, Parent.name.type, repr(Parent.__table__.c.name))
engine = create_engine("sqlite://")
session = Session(engine)
session.add(Parent(name="p"))
attempt(session.commit)
session.rollback()
Base.metadata.create_all(engine)
session.add(Parent(name="p"))
session.commit()
print(session.query(Parent).get(1).name)
print(session.query(Parent.name).filter_by(name="p").all(), session.query(Parent).count())
print(session.query(Parent).filter(Parent.name != "x").order_by(Parent.id).first().name)
