from sqlalchemy import Boolean, Column, Float, ForeignKey, Integer, String
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Author(Base):
    __tablename__ = "author"
    id = Column(Integer, primary_key=True)
    name = Column(String)
    active = Column(Boolean, default=True)
    books = relationship("Book", back_populates="author")


class Book(Base):
    __tablename__ = "book"
    id = Column(Integer, primary_key=True)
    title = Column(String)
    price = Column(Float)
    author_id = Column(Integer, ForeignKey("author.id"))
    author = relationship("Author", back_populates="books")


ann = Author(name="Ann", books=[Book(title="One", price=9.5), Book(title="Two")])
print(ann.name, ann.active, ann.id)
for book in ann.books:
    print(book.title, book.price, book.author.name, book.author_id)
late = Book(title="Three", author=ann)
print([book.title for book in ann.books])
