def withdraw(balance, amount):
    assert amount <= balance, (
        f"cannot take {amount}"
        f" of {balance}"
    )
    return balance - amount


print(withdraw(5, 3))
withdraw(5, 6)
