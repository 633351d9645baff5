from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


from sqlalchemy import and_
from sqlalchemy.orm import foreign, remote


class User(Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)
    mails: Mapped[list["Mail"]] = relationship(back_populates="user", overlaps="work")
    work: Mapped[list["Mail"]] = relationship(
        primaryjoin="and_(User.id == foreign(Mail.user_id), Mail.kind == 'work')", viewonly=True
    )
    latest = relationship(lambda: Mail, primaryjoin=lambda: User.id == foreign(Mail.user_id), uselist=False, viewonly=True)


class Mail(Base):
    __tablename__ = "mail"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str | None]
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    user: Mapped[User | None] = relationship(back_populates="mails")


class Node(Base):
    __tablename__ = "node"
    path: Mapped[str] = mapped_column(primary_key=True)
    up: Mapped[str | None]
    below = relationship("Node", primaryjoin=lambda: remote(foreign(Node.up)) == Node.path, back_populates="above")
    above = relationship("Node", primaryjoin=lambda: remote(Node.path) == foreign(Node.up), back_populates="below")


user, mail = User(), Mail(kind="work")
user.mails.append(mail)
print(user.work, user.latest, mail.user is user)
user.work.append(mail)
print(len(user.work), mail.user is user)
for relation in (User.mails, User.work, User.latest, Mail.user, Node.below, Node.above):
    prop = relation.property
    print(prop, prop.direction.name, prop.uselist, prop.viewonly, prop.primaryjoin)
    print("  ", prop.local_columns, prop.remote_side, prop.synchronize_pairs)
top = Node(path="/")
Node(path="/a", above=top)
print([node.path for node in top.below])
