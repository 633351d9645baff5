from sqlalchemy import ForeignKey, ForeignKeyConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Magazine(Base):
    __tablename__ = "magazine"
    id: Mapped[int] = mapped_column(primary_key=True)


class Writer(Base):
    __tablename__ = "writer"
    id: Mapped[int] = mapped_column(primary_key=True)
    magazine_id: Mapped[int] = mapped_column(ForeignKey("magazine.id"), primary_key=True)
    magazine: Mapped["Magazine"] = relationship()


class Article(Base):
    __tablename__ = "article"
    id: Mapped[int] = mapped_column(primary_key=True)
    magazine_id: Mapped[int] = mapped_column(ForeignKey("magazine.id"))
    writer_id: Mapped[int]
    magazine: Mapped["Magazine"] = relationship()
    writer: Mapped["Writer"] = relationship()
    __table_args__ = (
        ForeignKeyConstraint(["writer_id", "magazine_id"], ["writer.id", "writer.magazine_id"]),
    )


print(Article(writer=Writer()).magazine)
