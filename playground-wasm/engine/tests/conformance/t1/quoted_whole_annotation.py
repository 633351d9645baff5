from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Forum(Base):
    __tablename__ = "forum"
    id: Mapped[int] = mapped_column(primary_key=True)
    threads: "Mapped[list[Thread]]" = relationship(back_populates="forum")
    moderators: Mapped[set["Moderator"]] = relationship(back_populates="forum")


class Thread(Base):
    __tablename__ = "thread"
    id: Mapped[int] = mapped_column(primary_key=True)
    forum_id: "Mapped[int]" = mapped_column(ForeignKey("forum.id"))
    forum: Mapped["Forum"] = relationship(back_populates="threads")


class Moderator(Base):
    __tablename__ = "moderator"
    id: Mapped[int] = mapped_column(primary_key=True)
    forum_id: Mapped["int | None"] = mapped_column(ForeignKey("forum.id"))
    forum: Mapped[Forum] = relationship(back_populates="moderators")


forum = Forum(threads=[Thread()], moderators={Moderator()})
print(type(forum.threads).__name__, type(forum.moderators).__name__)
print(forum.threads[0].forum is forum, next(iter(forum.moderators)).forum is forum)
print(Moderator.__table__.c.forum_id.nullable, Thread.__table__.c.forum_id.nullable)
