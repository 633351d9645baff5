items = [1]
items = items.append(2)
print(items)
items.append(3)
