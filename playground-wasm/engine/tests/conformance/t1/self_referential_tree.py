from typing import List, Optional

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Category(Base):
    __tablename__ = "category"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    parent_id: Mapped[Optional[int]] = mapped_column(ForeignKey("category.id"))
    children: Mapped[List["Category"]] = relationship(back_populates="parent")
    parent: Mapped[Optional["Category"]] = relationship(
        back_populates="children", remote_side=[id]
    )

    def path(self):
        return (self.parent.path() + "/" if self.parent else "") + self.name


def tree(node, depth=0):
    yield "  " * depth + node.name
    for child in node.children:
        yield from tree(child, depth + 1)


root = Category(name="shop")
books = Category(name="books", parent=root, children=[Category(name="crime"), Category(name="poems")])
root.children.append(Category(name="toys"))
print("\n".join(tree(root)))
crime = books.children[0]
print(crime.path())
crime.parent = root.children[1]
print(crime.path(), [c.name for c in books.children])
root.children.insert(0, crime)
print([c.name for c in root.children], root.children[2].children)
