from sqlalchemy import func
from sqlalchemy.ext.hybrid import hybrid_method, hybrid_property
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Interval(Base):
    __tablename__ = "interval"
    id: Mapped[int] = mapped_column(primary_key=True)
    start: Mapped[int]
    end: Mapped[int]

    @hybrid_property
    def length(self):
        return self.end - self.start

    @length.inplace.setter
    def _length_setter(self, value):
        self.end = self.start + value

    @hybrid_method
    def contains(self, point):
        return (self.start <= point) & (point <= self.end)

    @hybrid_property
    def radius(self):
        return abs(self.length) / 2

    @radius.inplace.expression
    @classmethod
    def _radius_expression(cls):
        return func.abs(cls.length) / 2


interval = Interval(start=5, end=9)
print(interval.length, interval.contains(7), interval.radius)
interval.length = 20
print(interval.end)
print(Interval.length)
print(Interval.contains(15))
print(Interval.radius)
print(Interval.length > 3)
try:
    interval.radius = 5
except AttributeError as error:
    print(error)
print("length" in Interval.__mapper__.all_orm_descriptors.keys())
print(Interval(start=1, length=4).end)
