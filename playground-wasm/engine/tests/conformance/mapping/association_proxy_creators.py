from sqlalchemy import ForeignKey
from sqlalchemy.ext.associationproxy import AssociationProxy, association_proxy
from sqlalchemy.orm import DeclarativeBase, Mapped, attribute_keyed_dict, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)
    words: Mapped[set["Word"]] = relationship(back_populates="user")
    notes: Mapped[dict[str, "Note"]] = relationship(collection_class=attribute_keyed_dict("key"))
    texts: AssociationProxy[set[str]] = association_proxy("words", "text", creator=lambda text: Word(text=text.upper()))
    values: AssociationProxy[dict[str, str]] = association_proxy(
        "notes", "value", creator=lambda key, value: Note(key=key, value=value)
    )


class Word(Base):
    __tablename__ = "word"
    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    user: Mapped["User | None"] = relationship(back_populates="words")
    owner_id: AssociationProxy[int] = association_proxy("user", "id")


class Note(Base):
    __tablename__ = "note"
    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str]
    value: Mapped[str]
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))


user = User(id=4)
user.texts.add("a")
user.texts |= {"b", "c"}
print(sorted(user.texts), "A" in user.texts, "a" in user.texts, len(user.texts))
print({word.owner_id for word in user.words})
user.texts.discard("A")
print(sorted(user.texts))
user.texts = {"q"}
print(user.texts, len(user.words))
user.values["x"] = "1"
user.values.update(y="2")
user.values["x"] = "3"
print(user.values, {key: note.value for key, note in user.notes.items()})
print(user.values.pop("y"), user.values.get("z", "none"), list(user.values.items()))
user.values = {"k": "v"}
print(user.notes["k"].value, user.values == {"k": "v"})
print(Word(text="t").owner_id)
try:
    user.texts.remove("zz")
except KeyError as error:
    print("KeyError", error)
del user.values["k"]
print(user.notes)
print(type(user.texts).__name__, type(user.values).__name__)
