def half(n):
    assert n % 2 == 0, f"{n} is odd"
    return n // 2


assert True
print(half(4))
try:
    half(3)
except AssertionError as error:
    print(repr(error))
try:
    assert []
except AssertionError as error:
    print(repr(error), str(error) == "")
assert (1, 2) == (1, 3), ("not", "equal")
