from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, MetaData, PrimaryKeyConstraint, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention={"ix": "ix_%(column_0_label)s", "uq": "uq_%(table_name)s_%(column_0_name)s", "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s", "pk": "pk_%(table_name)s"})


class Place(Base):
    __tablename__ = "place"
    __table_args__ = (UniqueConstraint("name"), CheckConstraint("size > 0", name="big"), {"info": {"k": 1}, "comment": "where"})
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(index=True)
    size: Mapped[int]


class Visit(Base):
    __tablename__ = "visit"
    place_id: Mapped[int] = mapped_column(ForeignKey("place.id"))
    day: Mapped[int]
    __table_args__ = (PrimaryKeyConstraint("place_id", "day"),)


print(sorted(str(c.name) for c in Place.__table__.constraints), [i.name for i in Place.__table__.indexes], Place.__table__.info, Place.__table__.comment)
print(sorted(str(c.name) for c in Visit.__table__.constraints), Visit.__table__.primary_key, Visit.__mapper__.primary_key)
print(Base.metadata.naming_convention["pk"], Place.__table__.foreign_keys, Visit.__table__.foreign_keys)
