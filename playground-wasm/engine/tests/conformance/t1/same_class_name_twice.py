from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)


class User(Base):
    __tablename__ = "user2"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


print(User(name="x").name, sorted(Base.metadata.tables))
