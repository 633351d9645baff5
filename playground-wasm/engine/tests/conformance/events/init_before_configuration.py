from sqlalchemy import event
from sqlalchemy.orm import DeclarativeBase, Mapped, Mapper, mapped_column


class Base(DeclarativeBase):
    pass


event.listen(Base, "init", lambda target, args, kwargs: print("listener of the base"), propagate=True)
event.listen(Mapper, "before_configured", lambda: print("configuration"))


class Thing(Base):
    __tablename__ = "thing"
    id: Mapped[int] = mapped_column(primary_key=True)


event.listen(Thing, "init", lambda target, args, kwargs: print("listener of the class"))
Thing()
