from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, DynamicMapped, Mapped, WriteOnlyMapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Account(Base):
    __tablename__ = "account"
    id: Mapped[int] = mapped_column(primary_key=True)
    entries: WriteOnlyMapped["Entry"] = relationship(back_populates="account")
    notes: DynamicMapped["Note"] = relationship(back_populates="account")


class Entry(Base):
    __tablename__ = "entry"
    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    account: Mapped["Account | None"] = relationship(back_populates="entries")


class Note(Base):
    __tablename__ = "note"
    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    account: Mapped["Account | None"] = relationship(back_populates="notes")


account = Account()
entry, note = Entry(), Note()
account.entries.add(entry)
account.notes.append(note)
print(type(account.entries).__name__, entry.account is account, note.account is account)
print(type(account.notes).__name__, list(account.notes) == [note])
account.entries.remove(entry)
print(entry.account)
entry.account = account
account.entries.add_all([Entry(), Entry()])
print(hasattr(account.entries, "append"), Account.entries.property.lazy, Account.notes.property.lazy)
for action in (lambda: list(account.entries), lambda: len(account.entries), lambda: account.entries.append(entry)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
