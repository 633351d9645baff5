from sqlalchemy import ForeignKey, desc
from sqlalchemy.orm import DeclarativeBase, Mapped, configure_mappers, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    a: Mapped[list["C"]] = relationship(order_by="C.id", viewonly=True, info={"k": 1}, doc="first")
    b: Mapped[list["C"]] = relationship(order_by="desc(C.id)", lazy="selectin", viewonly=True)
    c: Mapped[list["C"]] = relationship(order_by=lambda: (C.name, desc(C.id)), lazy="joined", viewonly=True)
    d: Mapped[list["C"]] = relationship(lazy="raise", passive_deletes=True, passive_updates=False, viewonly=False)


class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))


configure_mappers()
for key in "abcd":
    prop = getattr(P, key).property
    print(key, prop.lazy, [str(x) for x in prop.order_by or ()], prop.viewonly, prop.info, prop.doc, prop.passive_deletes, prop.passive_updates)
p = P()
print(p.a, p.b, p.c, p.d)
p.d.append(C())
print(len(p.d))
