def f(a, b):
    return a.left + b.right


class Side:
    left = [1]
    right = "r"


try:
    f(Side, Side)
except TypeError as error:
    print(error)
x = {"k": [1, 2]}
y = x["k"][0] + x["k"][1] - x["j"][0]
