import dataclasses

from sqlalchemy.orm import DeclarativeBase, Mapped, composite, mapped_column


class Base(DeclarativeBase):
    pass


@dataclasses.dataclass
class Point:
    x: int | None
    y: int | None


class Vertex(Base):
    __tablename__ = "vertex"
    id: Mapped[int] = mapped_column(primary_key=True)
    start: Mapped[Point] = composite(mapped_column("x1"), mapped_column("y1"))
    end: Mapped[Point] = composite(mapped_column("x2"), mapped_column("y2"))


v = Vertex(start=Point(1, 2), end=Point(3, 4))
print(v.start, v.end, v.start == Point(1, 2), Vertex.__table__.c.keys())
v.end = Point(7, 8)
print(v.end.x, v.end)
print(Vertex().start)
