from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Parent(Base):
    __tablename__ = "parent"
    id: Mapped[int] = mapped_column(primary_key=True)
    sons: Mapped[list["Child"]] = relationship(back_populates="parent", overlaps="daughters")
    daughters: Mapped[list["Child"]] = relationship(back_populates="parent", overlaps="sons")


class Child(Base):
    __tablename__ = "child"
    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("parent.id"))
    parent: Mapped["Parent | None"] = relationship(back_populates="sons")

    def __repr__(self):
        return "child"


parent, child = Parent(), Child()
parent.sons.append(child)
print(child.parent is parent)
try:
    parent.daughters.append(Child())
except ValueError as error:
    print(str(error).split(" at 0x")[0], "...", str(error).split("> ")[-1])
print(len(parent.sons), len(parent.daughters))
