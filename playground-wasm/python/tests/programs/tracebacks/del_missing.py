names = ["a", "b"]
del names[0]
print(names)
del names[5]
