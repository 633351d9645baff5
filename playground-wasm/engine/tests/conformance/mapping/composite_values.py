import dataclasses

from sqlalchemy.orm import DeclarativeBase, Mapped, composite, mapped_column


class Base(DeclarativeBase):
    pass


@dataclasses.dataclass
class Point:
    x: int
    y: int


class Line(Base):
    __tablename__ = "line"
    id: Mapped[int] = mapped_column(primary_key=True)
    start: Mapped[Point] = composite(mapped_column("x1"), mapped_column("y1"))
    end: Mapped[Point | None] = composite(mapped_column("x2", nullable=True), mapped_column("y2", nullable=True))


line = Line(start=Point(1, 2))
print(line.start, line.end)
line.end = Point(3, 4)
print(line.__dict__["x2"], line.__dict__["y2"]) if "x2" in line.__dict__ else print(sorted(line.__dict__)[1:])
line.end = None
print(line.end, Line.__table__.c.keys(), Line.__table__.c.x2.nullable, Line.__table__.c.x1.nullable)
del line.start
print(line.start)
try:
    Line(start=5)
except Exception as error:
    print(type(error).__name__, error)
