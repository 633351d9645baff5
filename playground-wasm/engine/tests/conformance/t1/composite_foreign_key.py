from sqlalchemy import ForeignKeyConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Page(Base):
    __tablename__ = "page"
    book: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    notes: Mapped[list["Note"]] = relationship(back_populates="page")


class Note(Base):
    __tablename__ = "note"
    id: Mapped[int] = mapped_column(primary_key=True)
    page_book: Mapped[int]
    page_number: Mapped[int]
    page: Mapped["Page"] = relationship(back_populates="notes")
    __table_args__ = (
        ForeignKeyConstraint(["page_book", "page_number"], ["page.book", "page.number"]),
    )


page = Page(book=1, number=2, notes=[Note(), Note()])
print(len(page.notes), page.notes[0].page is page, page.notes[0].page_book)
print(Page.notes.property.primaryjoin)
print(Page.notes.property.local_remote_pairs)
