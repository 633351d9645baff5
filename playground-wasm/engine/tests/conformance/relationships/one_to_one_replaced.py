from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)
    profile: Mapped["Profile | None"] = relationship(back_populates="user", cascade="all, delete-orphan", single_parent=True)

    def __repr__(self):
        return f"u{self.id}"


class Profile(Base):
    __tablename__ = "profile"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"), unique=True)
    user: Mapped["User | None"] = relationship(back_populates="profile")

    def __repr__(self):
        return f"p{self.id}"


a, b, p, q = User(id=1), User(id=2), Profile(id=1), Profile(id=2)
a.profile = p
print(p.user)
q.user = a
print(a.profile, p.user, q.user)
try:
    b.profile = q
except Exception as error:
    print(type(error).__name__, str(error).split(" at 0x")[0])
print(b.profile, q.user)
a.profile = None
b.profile = q
print(a.profile, b.profile, q.user)
del b.profile
print(q.user, b.profile)
print(User.profile.property.uselist, User.profile.property.single_parent, User.profile.property.cascade)
print(sorted(User.profile.property.cascade), User.profile.property.cascade.delete_orphan)
