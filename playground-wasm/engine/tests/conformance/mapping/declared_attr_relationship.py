from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column, relationship


class Base(DeclarativeBase):
    @declared_attr.directive
    def __tablename__(cls) -> str:
        return cls.__name__.lower()

    id: Mapped[int] = mapped_column(primary_key=True)


class HasTarget:
    @declared_attr
    def target_id(cls) -> Mapped[int | None]:
        return mapped_column("target_ref", ForeignKey("target.id"))

    @declared_attr
    def target(cls) -> Mapped["Target"]:
        return relationship("Target", backref=cls.__name__.lower() + "s")


class Target(Base):
    pass


class Arrow(HasTarget, Base):
    pass


class Dart(HasTarget, Base):
    points: Mapped[int] = mapped_column(default=0)


t = Target()
arrow, dart = Arrow(target=t), Dart()
t.darts.append(dart)
print(t.arrows == [arrow], dart.target is t, Arrow.__table__.c.keys(), Dart.__table__.c.keys())
print(Arrow.target.property.mapper, Target.darts.property.back_populates, Arrow.target_id, Arrow.__tablename__)
