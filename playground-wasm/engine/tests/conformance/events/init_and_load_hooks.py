from sqlalchemy import event
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


@event.listens_for(User, "init")
def on_init(target, args, kwargs):
    print("init", type(target).__name__, args, kwargs)
    kwargs.setdefault("name", "unnamed")


@event.listens_for(User, "init_failure")
def on_failure(target, args, kwargs):
    print("failed", kwargs)


print(User().name, User(name="x").name)
try:
    User(nme="y")
except TypeError as error:
    print(error)


@event.listens_for(User.name, "init_scalar", retval=True, propagate=True)
def default(target, value, dict_):
    print("init_scalar", value)
    dict_["name"] = "scalar"
    return "scalar"


u = User(name="z")
del u.name
print(u.name)
