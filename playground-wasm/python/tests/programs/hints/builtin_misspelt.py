names = ["b", "a"]
print(sorte(names))
