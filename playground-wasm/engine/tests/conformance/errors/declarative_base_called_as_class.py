from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Parent(DeclarativeBase):
    __tablename__ = "parent"
    id: Mapped[int] = mapped_column(primary_key=True)


Parent()
