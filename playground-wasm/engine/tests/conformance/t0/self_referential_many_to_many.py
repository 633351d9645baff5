from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()

follows = Table(
    "follows",
    Base.metadata,
    Column("follower_id", Integer, ForeignKey("person.id"), primary_key=True),
    Column("followed_id", Integer, ForeignKey("person.id"), primary_key=True),
)


class Person(Base):
    __tablename__ = "person"
    id = Column(Integer, primary_key=True)
    name = Column(String)
    following = relationship(
        "Person",
        secondary=follows,
        primaryjoin=id == follows.c.follower_id,
        secondaryjoin=id == follows.c.followed_id,
        back_populates="followers",
    )
    followers = relationship(
        "Person",
        secondary=follows,
        primaryjoin=id == follows.c.followed_id,
        secondaryjoin=id == follows.c.follower_id,
        back_populates="following",
    )

    def __repr__(self):
        return f"<{self.name}>"


ann, bob, cid = [Person(name=n) for n in ("ann", "bob", "cid")]
ann.following.append(bob)
cid.followers.extend([ann, bob])
print(ann.following, bob.followers, bob.following, cid.followers)
bob.followers.remove(ann)
print(ann.following)
