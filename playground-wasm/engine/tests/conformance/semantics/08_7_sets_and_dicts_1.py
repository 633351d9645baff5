from sqlalchemy import ForeignKey
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    attribute_keyed_dict,
    mapped_column,
    relationship,
)


class Base(DeclarativeBase):
    pass


class Named:
    def __repr__(self):
        return self.name or "?"


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


class Parent(Named, Base):
    __tablename__ = "parent"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    bag: Mapped[set["Child"]] = relationship(back_populates="parent")
    book: Mapped[dict[str, "Page"]] = relationship(
        collection_class=attribute_keyed_dict("name"), back_populates="parent"
    )


class Child(Named, Base):
    __tablename__ = "child"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("parent.id"))
    parent: Mapped["Parent | None"] = relationship(back_populates="bag")


class Page(Named, Base):
    __tablename__ = "page"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("parent.id"))
    parent: Mapped["Parent | None"] = relationship(back_populates="book")


p, q, a = Parent(name="p"), Parent(name="q"), Child(name="a")
print(p.bag, p.book, type(p.bag).__name__, type(p.book).__name__)
p.bag.add(a)
p.bag.add(a)
print(p.bag, a.parent)
q.bag |= set(p.bag)
print(p.bag, q.bag, a.parent)
attempt(lambda: p.bag.update(q.bag))
print(p.bag, q.bag, a.parent)
attempt(lambda: exec("q.bag |= p.bag", globals()))
p.bag.add(a)
p.bag.discard(a)
print(a.parent)
attempt(lambda: p.bag.remove(a))
attempt(lambda: setattr(p, "bag", [a]))
print("dict")
one, two = Page(name="one"), Page(name="two")
p.book["one"] = one
two.parent = p
print(p.book, one.parent)
p.book["one"] = Page(name="one")
print(one.parent)
p.book["wrong"] = Page(name="right")
print(p.book)
print(p.book.pop("two"), two.parent, p.book)
p.book = {"one": one}
print(p.book)
attempt(lambda: setattr(p, "book", {"x": Page(name="y")}))
attempt(lambda: setattr(p, "book", [one]))
attempt(lambda: setattr(Page(), "parent", p))
one.name = "changed"
attempt(lambda: setattr(one, "parent", None))
print(p.book, one.parent)
