from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column, relationship


class Base(MappedAsDataclass, DeclarativeBase):
    pass


class Author(Base):
    __tablename__ = "author"
    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    name: Mapped[str]
    books: Mapped[list["Book"]] = relationship(back_populates="author", default_factory=list, repr=False)


class Book(Base):
    __tablename__ = "book"
    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    title: Mapped[str]
    author_id: Mapped[int | None] = mapped_column(ForeignKey("author.id"), init=False)
    author: Mapped["Author | None"] = relationship(back_populates="books", default=None)
    pages: Mapped[int] = mapped_column(default=100, kw_only=True)


ann = Author("Ann")
print(ann, ann.books)
book = Book("One", ann)
print(book, ann.books == [book], book == Book("One", pages=100))
print(Book("Two", pages=7).pages, Author("x") == Author("x"))
for bad in ("Author()", "Author('a', 'b', 'c')", "Book(1, 2, 3)", "Author(nme='x')", "Book('t', 'not an author')"):
    try:
        eval(bad)
    except Exception as error:
        print(bad, type(error).__name__, error)
