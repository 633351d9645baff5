def chunks(items, size):
    for start in range(0, len(items), size):
        yield items[start : start + size]


print(list(chunks("abcdef", 4)))
for chunk in chunks([1, 2, 3], 0):
    print(chunk)
