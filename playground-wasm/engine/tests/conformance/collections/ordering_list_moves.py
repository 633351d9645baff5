from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


from sqlalchemy.ext.orderinglist import count_from_1, ordering_list


class Slide(Base):
    __tablename__ = "slide"
    id: Mapped[int] = mapped_column(primary_key=True)
    bullets: Mapped[list["Bullet"]] = relationship(
        order_by="Bullet.position", collection_class=ordering_list("position", count_from=1), back_populates="slide"
    )


class Bullet(Base):
    __tablename__ = "bullet"
    id: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int | None]
    text: Mapped[str | None]
    slide_id: Mapped[int | None] = mapped_column(ForeignKey("slide.id"))
    slide: Mapped["Slide | None"] = relationship(back_populates="bullets")

    def __repr__(self):
        return f"{self.position}:{self.text}"


slide = Slide(bullets=[Bullet(text="a"), Bullet(text="b")])
print(slide.bullets)
slide.bullets.insert(1, Bullet(text="x"))
print(slide.bullets)
slide.bullets.append(Bullet(text="y"))
moved = slide.bullets.pop(0)
print(slide.bullets, moved, moved.slide)
slide.bullets.remove(slide.bullets[-1])
print(slide.bullets)
slide.bullets[0] = Bullet(text="new")
print(slide.bullets)
slide.bullets[0:1] = [Bullet(text="p"), Bullet(text="q")]
print(slide.bullets)
del slide.bullets[0]
print(slide.bullets)
slide.bullets.sort(key=lambda bullet: bullet.text)
print(slide.bullets)
slide.bullets.reorder()
print(slide.bullets)
Bullet(text="late", slide=slide)
print(slide.bullets)
slide.bullets.extend([Bullet(text="e1"), Bullet(text="e2")])
print(slide.bullets)
