from sqlalchemy.orm import Mapped, mapped_column, relationship


class Parent:
    __tablename__ = "parent"
    id: Mapped[int] = mapped_column(primary_key=True)
    children: Mapped[list["Child"]] = relationship()


parent = Parent()
print(type(parent.id).__name__)
parent.children.append(1)
