from sqlalchemy import Column, ForeignKey, Table, inspect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


link = Table("link", Base.metadata, Column("l", ForeignKey("left.id")), Column("r", ForeignKey("right.id")))


class Named:
    def __repr__(self):
        return self.name


class Left(Named, Base):
    __tablename__ = "left"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    rights: Mapped[list["Right"]] = relationship(secondary=link, back_populates="lefts")
    tag: Mapped["Tag | None"] = relationship(back_populates="left")


class Right(Named, Base):
    __tablename__ = "right"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    lefts: Mapped[set["Left"]] = relationship(secondary=link, back_populates="rights")


class Tag(Named, Base):
    __tablename__ = "tag"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    left_id: Mapped[int | None] = mapped_column(ForeignKey("left.id"))
    left: Mapped["Left | None"] = relationship(back_populates="tag")


def show(text):
    exec(text, globals())
    print(text)
    for thing in (x, r, t):
        for attr in inspect(thing).attrs:
            if attr.history.has_changes() and attr.key != "name":
                print("   ", thing, attr.key, tuple(attr.history))


x, r, s, t = Left(name="x"), Right(name="r"), Right(name="s"), Tag(name="t")
show("x.rights.append(r)")
show("x.rights = [s, r]")
show("x.rights.remove(s)")
show("r.lefts.clear()")
show("x.tag = t")
show("x.tag = Tag(name='other')")
show("t.left = x")
show("del t.left")
show("x.rights = []")
