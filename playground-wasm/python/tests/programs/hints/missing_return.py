def double(x):
    x * 2


result = double(4)
print(result)
print(result + 1)
