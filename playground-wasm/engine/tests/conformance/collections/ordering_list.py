from sqlalchemy import ForeignKey
from sqlalchemy.ext.orderinglist import ordering_list
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Slide(Base):
    __tablename__ = "slide"
    id: Mapped[int] = mapped_column(primary_key=True)
    bullets: Mapped[list["Bullet"]] = relationship(
        order_by="Bullet.position", collection_class=ordering_list("position"), back_populates="slide"
    )


class Bullet(Base):
    __tablename__ = "bullet"
    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]
    position: Mapped[int | None]
    slide_id: Mapped[int] = mapped_column(ForeignKey("slide.id"))
    slide: Mapped["Slide"] = relationship(back_populates="bullets")


def show():
    print([(b.text, b.position) for b in s.bullets])


s = Slide()
for t in "abc":
    s.bullets.append(Bullet(text=t))
show()
s.bullets.insert(1, Bullet(text="x"))
show()
gone = s.bullets.pop(0)
show()
print(gone.position, gone.slide)
s.bullets[0] = Bullet(text="y")
show()
del s.bullets[1]
show()
s.bullets.append(s.bullets.pop(0))
show()
s.bullets.reverse()
show()
s.bullets.reorder()
show()
Bullet(text="late", slide=s)
show()
s.bullets = [Bullet(text="new1"), Bullet(text="new2")]
show()
