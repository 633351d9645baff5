def value(n):
    print("evaluating", n)
    return n


print(value(1) < value(2) < value(3))
print(value(5) < value(2) < value(9))
print(1 == 1 != 2 < 3 >= 3, "a" < "b" < "c", 1 < 2 in [2, 3], not 1 < 2 < 1)
x = None
print(x is None, x is not None, x == 0, 3 in [1, 2, 3] == True, (3 in [3]) == True)
