from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Account(Base):
    __tablename__ = "account"
    id = Column(Integer, primary_key=True)
    owner = Column(String)
    entries = relationship("Entry", back_populates="account")

    def __init__(self, owner, *amounts):
        self.owner = owner
        for amount in amounts:
            self.entries.append(Entry(amount=amount))

    @property
    def balance(self):
        return sum(entry.amount for entry in self.entries)


class Entry(Base):
    __tablename__ = "entry"
    id = Column(Integer, primary_key=True)
    amount = Column(Integer)
    account_id = Column(ForeignKey("account.id"))
    account = relationship("Account", back_populates="entries")


account = Account("ann", 10, -3)
print(account.owner, account.balance, account.entries[0].account.owner)
Entry(amount=5, account=account)
print(account.balance)
try:
    Account(owner="bob", amounts=[1])
except TypeError as error:
    print(error)
Account()
