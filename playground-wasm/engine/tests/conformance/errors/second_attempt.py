from sqlalchemy import ForeignKey, Integer
from sqlalchemy.orm import DeclarativeBase, clear_mappers, configure_mappers, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class A(Base):
    __tablename__ = "a"
    id = mapped_column(Integer, primary_key=True)
    bs = relationship("B", back_populates="missing")


class B(Base):
    __tablename__ = "b"
    id = mapped_column(Integer, primary_key=True)
    a_id = mapped_column(ForeignKey("a.id"))


for action in (A, B, configure_mappers, lambda: A.bs.property.mapper, lambda: B.__table__, lambda: A.bs):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
clear_mappers()


class Fresh(DeclarativeBase):
    pass


class C(Fresh):
    __tablename__ = "c"
    id = mapped_column(Integer, primary_key=True)


print(C(id=3).id)
try:
    A(id=1)
except Exception as error:
    print(type(error).__name__, error)
