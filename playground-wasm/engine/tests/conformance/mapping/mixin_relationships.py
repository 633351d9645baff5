from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


from sqlalchemy.orm import declared_attr


class HasTarget:
    target_id: Mapped[int] = mapped_column(ForeignKey("target.id"))

    @declared_attr
    def target(cls) -> Mapped["Target"]:
        return relationship("Target", back_populates=cls.__name__.lower() + "s")


class Named:
    @declared_attr.directive
    def __tablename__(cls):
        return cls.__name__.lower()

    id: Mapped[int] = mapped_column(primary_key=True)

    @declared_attr
    def label(cls) -> Mapped[str]:
        return mapped_column(f"label_of_{cls.__name__}")


class Arrow(HasTarget, Named, Base):
    pass


class Dart(HasTarget, Named, Base):
    sharp: Mapped[bool]


class Target(Named, Base):
    arrows: Mapped[list[Arrow]] = relationship(back_populates="target")
    darts: Mapped[list[Dart]] = relationship(back_populates="target")


target = Target(label="bull")
arrow, dart = Arrow(target=target), Dart(sharp=True)
target.darts.append(dart)
print(target.arrows == [arrow], dart.target is target)
for cls in (Arrow, Dart, Target):
    print(cls.__tablename__, cls.__table__.c.keys(), cls.__mapper__.attrs.keys())
print(Arrow.label.property.columns, [str(key) for key in Dart.__table__.foreign_keys])
print(Arrow.__table__.c.target_id is Dart.__table__.c.target_id)
