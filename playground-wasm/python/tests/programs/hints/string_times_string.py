line = "-" * 10
print(line)
print("ab" * "3")
