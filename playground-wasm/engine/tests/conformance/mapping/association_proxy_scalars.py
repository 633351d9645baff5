from sqlalchemy import Column, ForeignKey, Table
from sqlalchemy.ext.associationproxy import AssociationProxy, association_proxy
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


tagging = Table(
    "tagging", Base.metadata, Column("post", ForeignKey("post.id")), Column("tag", ForeignKey("tag.id"))
)


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    tags: Mapped[list["Tag"]] = relationship(secondary=tagging)
    words: AssociationProxy[list[str]] = association_proxy("tags", "word")


class Tag(Base):
    __tablename__ = "tag"
    id: Mapped[int] = mapped_column(primary_key=True)
    word: Mapped[str]

    def __init__(self, word):
        self.word = word


post = Post(words=["a", "b"])
print(post.words, [tag.word for tag in post.tags], len(post.words), "a" in post.words)
post.words.append("c")
post.words.remove("a")
post.words[0] = "B"
print(post.words, post.tags[0].word, post.words[-1], post.words == ["B", "c"], list(post.words))
post.words.extend("xy")
del post.words[1]
print(post.words, post.words.pop(), post.words.index("x"), post.words.count("B"))
post.words = ["only"]
print(post.words, len(post.tags), post.words + ["more"], type(post.words).__name__)
post.words.insert(0, "first")
post.words.clear()
print(post.words, post.tags)
post.words.remove("none")
