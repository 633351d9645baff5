transform = lambda x: 10 / x
values = [1, 0]
print([transform(v) for v in values[:1]])
print([transform(v) for v in values])
