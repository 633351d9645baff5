from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Shelf(Base):
    __tablename__ = "shelf"
    id = Column(Integer, primary_key=True)
    books = relationship("Book", backref="shelf")


class Book(Base):
    __tablename__ = "book"
    id = Column(Integer, primary_key=True)
    shelf_id = Column(Integer, ForeignKey("shelf.id"))


shelf = Shelf()
result = shelf.books.append(Book())
print(result)
print(type(shelf.books))
print(type(shelf.books).__name__, isinstance(shelf.books, list))
print(shelf.books is shelf.books)
print(shelf.id, shelf.books[0].shelf_id, shelf.books[0].shelf is shelf)
