from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, backref, configure_mappers, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Library(Base):
    __tablename__ = "library"
    id: Mapped[int] = mapped_column(primary_key=True)
    books: Mapped[list["Book"]] = relationship(
        backref=backref("library", cascade="all", lazy="joined", doc="where it stands"),
        cascade="all, delete-orphan",
        order_by="Book.title",
    )


class Book(Base):
    __tablename__ = "book"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    library_id: Mapped[int | None] = mapped_column(ForeignKey("library.id"))


configure_mappers()
forward, back = Library.books.property, Book.library.property
print(forward.cascade, forward.lazy, forward.uselist, forward.order_by)
print(back.cascade, back.lazy, back.uselist, back.doc)
library = Library(books=[Book(title="b"), Book(title="a")])
print([book.title for book in library.books], library.books[0].library is library)
