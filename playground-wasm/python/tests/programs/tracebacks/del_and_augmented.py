stock = {"pen": 3}
stock["pen"] -= 1
print(stock)
stock["cup"] += 1
