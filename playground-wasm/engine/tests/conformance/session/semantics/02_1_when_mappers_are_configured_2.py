from sqlalchemy import ForeignKey, Integer, create_engine
from sqlalchemy.orm import DeclarativeBase, backref, mapped_column, relationship


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


class A(Base):
    __tablename__ = "a"
    id = mapped_column(Integer, primary_key=True)
    bs = relationship("B", backref="a")


class B(Base):
    __tablename__ = "b"
    id = mapped_column(Integer, primary_key=True)
    a_id = mapped_column(ForeignKey("a.id"))


print(hasattr(B, "a"), A.bs)
Base.metadata.create_all(create_engine("sqlite://"))
print(hasattr(B, "a"))
A()
print(hasattr(B, "a"), B.a, A.bs.property.back_populates, B.a.property.back_populates)
