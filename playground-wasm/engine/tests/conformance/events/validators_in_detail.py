from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship, validates


class Base(DeclarativeBase):
    pass


class Parent(Base):
    __tablename__ = "parent"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    children: Mapped[list["Child"]] = relationship(back_populates="parent")

    def __repr__(self):
        return f"Parent({self.name})"


class Child(Base):
    __tablename__ = "child"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("parent.id"))
    parent: Mapped["Parent | None"] = relationship(back_populates="children")

    def __repr__(self):
        return f"Child({self.name})"


class Strict(Base):
    __tablename__ = "strict"
    id: Mapped[int] = mapped_column(primary_key=True)
    mail: Mapped[str | None]
    phone: Mapped[str | None]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("parent.id"))
    parent: Mapped["Parent | None"] = relationship()
    notes: Mapped[list["Note"]] = relationship(back_populates="strict")

    @validates("mail", "phone")
    def text(self, key, value):
        print("validates", key, value)
        if value is not None and not value:
            raise ValueError(f"{key} is empty")
        return value and value.strip()

    @validates("notes", include_removes=True)
    def note(self, key, note, is_remove):
        print("note", note.text, is_remove)
        if note.text == "bad":
            raise ValueError("bad note")
        return note

    @validates("parent", include_backrefs=False)
    def check(self, key, parent):
        print("parent", parent)
        return parent


class Note(Base):
    __tablename__ = "note"
    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str | None]
    strict_id: Mapped[int | None] = mapped_column(ForeignKey("strict.id"))
    strict: Mapped["Strict | None"] = relationship(back_populates="notes")

    @validates("strict")
    def watch(self, key, value):
        print("strict of", self.text, "none" if value is None else "some")
        return value


strict = Strict(mail=" a ", phone=None)
print(repr(strict.mail))
try:
    strict.mail = ""
except ValueError as error:
    print(error, repr(strict.mail))
note = Note(text="n")
strict.notes.append(note)
strict.notes.remove(note)
Note(text="m", strict=strict)
try:
    strict.notes.append(Note(text="bad"))
except ValueError as error:
    print(error, len(strict.notes))
strict.notes = [note, Note(text="o")]
strict.parent = Parent(name="p")
strict.parent = None
print(Strict.__mapper__.validators.keys())
try:

    class Twice(Base):
        __tablename__ = "twice"
        id: Mapped[int] = mapped_column(primary_key=True)

        @validates("id")
        def a(self, key, value):
            return value

        @validates("id")
        def b(self, key, value):
            return value

except Exception as error:
    print(type(error).__name__, error)
try:

    class Unknown(Base):
        __tablename__ = "unknown"
        id: Mapped[int] = mapped_column(primary_key=True)

        @validates("zz")
        def a(self, key, value):
            return value

    Unknown()
    print("fine")
except Exception as error:
    print(type(error).__name__, error)
