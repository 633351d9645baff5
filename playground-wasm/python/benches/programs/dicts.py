counts = {}
for i in range(120_000):
    key = i % 997
    counts[key] = counts.get(key, 0) + 1
names = {f"name{i}": i for i in range(1000)}
total = 0
for _ in range(40):
    for name, value in names.items():
        if name in names:
            total += names[name] + value
print(len(counts), total)
