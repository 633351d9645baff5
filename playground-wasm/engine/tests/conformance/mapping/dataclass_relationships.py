from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column, relationship


class Base(MappedAsDataclass, DeclarativeBase):
    pass


class Author(Base):
    __tablename__ = "author"
    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    name: Mapped[str]
    nick: Mapped[str | None] = mapped_column(default=None)
    books: Mapped[list["Book"]] = relationship(back_populates="author", default_factory=list, repr=False)


class Book(Base):
    __tablename__ = "book"
    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    author_id: Mapped[int | None] = mapped_column(ForeignKey("author.id"), init=False)
    title: Mapped[str]
    author: Mapped[Author | None] = relationship(back_populates="books", default=None)
    pages: Mapped[int] = mapped_column(default=1, kw_only=True)


ada = Author("Ada")
book = Book("Notes", ada, pages=3)
print(ada, book)
print(ada.books == [book], book.author is ada)
print(Author("Bob", "b", [book]).books, ada.books, book.author.name)
print(Author("x") == Author("x"), Author("x") == Author("y"), Author("x") != 5)
try:
    Book()
except TypeError as error:
    print(error)
try:
    Book("a", None, 4)
except TypeError as error:
    print(error)
try:
    Author(id=3, name="x")
except TypeError as error:
    print(error)
