flags = {"a": True}
print(flags)
print(true)
