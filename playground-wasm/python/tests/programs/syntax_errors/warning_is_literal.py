x = 5
print(x is 5)
print("tail")
assert (x, "always true")
print("\d")
