from typing import List, Optional

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Membership(Base):
    __tablename__ = "membership"
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"), primary_key=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("group.id"), primary_key=True)
    role: Mapped[Optional[str]]
    user: Mapped["User"] = relationship(back_populates="memberships")
    group: Mapped["Group"] = relationship(back_populates="memberships")


class User(Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    memberships: Mapped[List["Membership"]] = relationship(back_populates="user")


class Group(Base):
    __tablename__ = "group"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    memberships: Mapped[List["Membership"]] = relationship(back_populates="group")

    @property
    def users(self):
        return [m.user for m in self.memberships]


ann, bob = User(name="ann"), User(name="bob")
chess = Group(name="chess")
Membership(user=ann, group=chess, role="captain")
m = Membership(role="player")
m.group = chess
bob.memberships.append(m)
print([(m.user.name, m.role) for m in chess.memberships])
print([user.name for user in chess.users], bob.memberships[0].group.name)
chess.memberships.remove(m)
print(m.group, m.user.name, [user.name for user in chess.users])
