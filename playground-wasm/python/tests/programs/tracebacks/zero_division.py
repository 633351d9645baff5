def average(values):
    return sum(values) / len(values)


scores = {"ann": [1, 2], "bob": []}
for name, values in scores.items():
    print(name, average(values))
