from __future__ import annotations

from typing import List, Optional

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Blog(Base):
    __tablename__ = "blog"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[Optional[str]]
    posts: Mapped[List[Post]] = relationship(back_populates="blog")


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]
    blog_id: Mapped[int] = mapped_column(ForeignKey("blog.id"))
    blog: Mapped[Blog] = relationship(back_populates="posts")


blog = Blog(title="notes")
Post(text="first", blog=blog)
blog.posts.append(Post(text="second"))
print([(post.text, post.blog.title) for post in blog.posts])
print(Blog.__annotations__["posts"], Blog.posts.property.mapper.class_.__name__)
