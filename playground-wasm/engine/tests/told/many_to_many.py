from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


tagged = Table(
    "tagged",
    Base.metadata,
    Column("post_id", ForeignKey("post.id"), primary_key=True),
    Column("tag_id", ForeignKey("tag.id"), primary_key=True),
)


class Post(Base):
    __tablename__ = "post"
    id = Column(Integer, primary_key=True)
    tags = relationship("Tag", secondary=tagged, back_populates="posts")


class Tag(Base):
    __tablename__ = "tag"
    id = Column(Integer, primary_key=True)
    posts = relationship("Post", secondary=tagged, back_populates="tags")


post, tag = Post(), Tag()
post.tags.append(tag)
tag.posts.remove(post)
