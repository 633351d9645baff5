from sqlalchemy import event
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class Plain:
    pass


def listener(*args):
    print("called", len(args))


for text in (
    "event.listen(User.name, 'sett', listener)", "event.listen(Plain, 'init', listener)",
    "event.listen(Plain(), 'set', listener)", "event.remove(User.name, 'set', listener)",
    "event.listen(User.name, 'set')", "event.listen(User, 'set', listener)",
    "event.listen(User.id, 'set', listener)", "User(id=1)",
    "event.listen(User.name, 'set', listener, once=True)", "User(name='a', id=2)", "User(name='b')",
    "event.listen(User.name, 'set', lambda a: print(a))", "User(name='c')",
):
    print(text)
    try:
        exec(text)
    except Exception as error:
        print("  ", type(error).__module__, type(error).__name__, error)
