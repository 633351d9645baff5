from sqlalchemy import Column, ForeignKey, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, backref, mapped_column, relationship


class Base(DeclarativeBase):
    pass


link = Table("link", Base.metadata, Column("a", ForeignKey("a.id")), Column("b", ForeignKey("b.id")))


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    bs: Mapped[set["B"]] = relationship(secondary=link, backref=backref("as_", collection_class=list))


class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)


a, b = A(), B()
a.bs.add(b)
a.bs.add(b)
print(type(a.bs).__name__, type(b.as_).__name__, len(b.as_))
b.as_.append(a)
print(len(b.as_), len(a.bs))
b.as_.remove(a)
print(len(b.as_), len(a.bs))
b.as_.clear()
print(len(b.as_), len(a.bs))
a.bs = {b}
print(b.as_ == [a])
