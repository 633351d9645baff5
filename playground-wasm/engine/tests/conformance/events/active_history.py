from sqlalchemy import event
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    mail: Mapped[str | None]


@event.listens_for(User.name, "set", active_history=True)
def name_set(target, value, old, initiator):
    print("name", value, "was", old)


@event.listens_for(User.mail, "set")
def mail_set(target, value, old, initiator):
    print("mail", value, "was", old)


u = User()
u.name = "a"
u.mail = "a@"
u.name = "b"
u.mail = "b@"
u.name = u.mail = None
u.name = "c"
