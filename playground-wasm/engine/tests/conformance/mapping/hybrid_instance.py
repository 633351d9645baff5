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


i = Interval(start=5, end=10)
print(i.length, i.contains(7), i.contains(11))
i.length = 100
print(i.end, i.length)
print(Interval(start=1, length=4).end)
print(Interval.length, Interval.contains(3))
i.size = 3
del i.length
