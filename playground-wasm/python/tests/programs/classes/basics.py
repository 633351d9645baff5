class Account:
    """A bank account."""

    interest = 0.02
    opened = 0

    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        Account.opened += 1

    def deposit(self, amount):
        self.balance += amount
        return self

    def __repr__(self):
        return f"Account({self.owner!r}, {self.balance})"

    @classmethod
    def joint(cls, *owners):
        return cls(" & ".join(owners))

    @staticmethod
    def valid(amount):
        return amount > 0

    @property
    def rich(self):
        return self.balance > 1000


ann = Account("ann")
print(ann.deposit(500).deposit(600), ann.rich, Account.opened)
print(Account.joint("bob", "cid"), Account.valid(-1), ann.valid(1))
ann.interest = 0.5
print(Account.interest, ann.interest, Account("x").interest)
print(vars(ann), Account.__doc__, Account.__name__)
print(hasattr(ann, "owner"), getattr(ann, "nothing", "default"), isinstance(ann, Account))
try:
    ann.rich = True
except AttributeError as error:
    print(error)
Account()
