from sqlalchemy import event
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    age: Mapped[int | None]


@event.listens_for(User.name, "set", retval=True)
def strip(target, value, old, initiator):
    print("set name", repr(value), old, initiator.key, initiator.op.name)
    return value.strip()


@event.listens_for(User.age, "set")
def check(target, value, old, initiator):
    print("set age", value, old)
    if value is not None and value < 0:
        raise ValueError("age must not be negative")


@event.listens_for(User.age, "remove")
def gone(target, value, initiator):
    print("removed age", value)


u = User(name="  ann ", age=3)
print(repr(u.name), u.age)
u.name = "bob  "
u.age = None
u.age = 7
del u.age
print(u.age)
try:
    u.age = -1
except ValueError as error:
    print(error)
print(u.age, "age" in u.__dict__)
