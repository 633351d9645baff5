class InsufficientFunds(Exception):
    def __init__(self, needed, available):
        super().__init__(f"need {needed}, have {available}")
        self.shortfall = needed - available


class Account:
    _next_number = 100

    def __init__(self, owner, balance=0):
        self.number = Account._next_number
        Account._next_number += 1
        self.owner = owner
        self._balance = balance
        self.history = []

    @property
    def balance(self):
        return self._balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("Deposit must be positive")
        self._balance += amount
        self.history.append(("deposit", amount))

    def withdraw(self, amount):
        if amount > self._balance:
            raise InsufficientFunds(amount, self._balance)
        self._balance -= amount
        self.history.append(("withdraw", amount))

    def __str__(self):
        return f"#{self.number} {self.owner:<6} {self.balance:>8.2f}"


class Savings(Account):
    def __init__(self, owner, balance=0, rate=0.05):
        super().__init__(owner, balance)
        self.rate = rate

    def add_interest(self):
        self.deposit(self.balance * self.rate)


accounts = [Account("Ann", 50), Savings("Bob", 1000), Account("Cid")]
accounts[1].add_interest()
for source, target, amount in [(0, 2, 30), (0, 1, 30), (1, 0, 500.5)]:
    try:
        accounts[source].withdraw(amount)
        accounts[target].deposit(amount)
    except InsufficientFunds as error:
        print("refused:", error, "short by", error.shortfall)
for account in sorted(accounts, key=lambda a: -a.balance):
    print(account, account.history)
try:
    accounts[0].balance = 1_000_000
except AttributeError as error:
    print(error)
accounts[0].deposit(-5)
