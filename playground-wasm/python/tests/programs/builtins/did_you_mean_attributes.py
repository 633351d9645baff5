class Account:
    balance = 0

    def deposit(self):
        pass


try:
    Account().balence
except AttributeError as error:
    print(error, error.name)
text = "abc"
text.uper()
