from sqlalchemy import Column, ForeignKey, Integer, Table
from sqlalchemy.orm import configure_mappers, declarative_base, relationship

Base = declarative_base()
link = Table(
    "link", Base.metadata, Column("a_id", ForeignKey("a.id")), Column("c_id", ForeignKey("c.id"))
)


class A(Base):
    __tablename__ = "a"
    id = Column(Integer, primary_key=True)
    bs = relationship("B", back_populates="a")
    cs = relationship("C", secondary=link, backref="many")


class B(Base):
    __tablename__ = "b"
    id = Column(Integer, primary_key=True)
    a_id = Column(ForeignKey("a.id"))
    a = relationship("A", back_populates="bs")


class C(Base):
    __tablename__ = "c"
    id = Column(Integer, primary_key=True)


configure_mappers()
for attribute in (A.bs, B.a, A.cs, C.many):
    prop = attribute.property
    print(attribute, prop, prop.key, prop.direction, prop.uselist, prop.back_populates)
    print(prop.mapper.class_.__name__, prop.parent.class_.__name__, prop.cascade)
    print(prop.primaryjoin, "|", prop.secondaryjoin)
