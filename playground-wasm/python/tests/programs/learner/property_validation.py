class Account:
    def __init__(self, balance=0):
        self.balance = balance

    @property
    def balance(self):
        """The balance."""
        return self._balance

    @balance.setter
    def balance(self, value):
        if value < 0:
            raise ValueError(f"negative: {value}")
        self._balance = value

    @property
    def readonly(self):
        return 1


a = Account(5)
a.balance += 10
print(a.balance, Account.balance.__doc__, Account.balance.fset is not None)
for action in ("a.balance = -1", "a.readonly = 2", "del a.balance", "a.blance", "a.balance()", "Account(-5)"):
    try:
        exec(action)
    except Exception as e:
        print(action, "->", type(e).__name__, e)
a.readonly = 3
