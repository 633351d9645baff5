values = [1, 2, 3, 4]
print(values[len(values) // 2])
print(values[len(values) / 2])
