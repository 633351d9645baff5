from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import backref, declarative_base, relationship

Base = declarative_base()

post_tags = Table(
    "post_tags",
    Base.metadata,
    Column("post_id", ForeignKey("posts.id")),
    Column("tag_id", ForeignKey("tags.id")),
)


class Post(Base):
    __tablename__ = "posts"
    id = Column(Integer, primary_key=True)
    title = Column(String(80))
    tags = relationship("Tag", secondary="post_tags", backref=backref("posts", lazy="select"))


class Tag(Base):
    __tablename__ = "tags"
    id = Column(Integer, primary_key=True)
    word = Column(String(20))


news = Post(title="News", tags=[Tag(word="python"), Tag(word="orm")])
python = news.tags[0]
old = Post(title="Old")
python.posts.append(old)
print([p.title for p in python.posts])
print([t.word for t in old.tags])
old.tags += news.tags[1:]
print([[p.title for p in t.posts] for t in news.tags])
print(Tag.posts.property.secondary is post_tags)
