from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Log(Base):
    __tablename__ = "log"
    text: Mapped[str]
    level: Mapped[int] = mapped_column(default=1)
