import warnings


def old():
    warnings.warn("old() is deprecated", DeprecationWarning, stacklevel=2)
    return 1


warnings.warn("careful")
old()
for _ in range(2):
    warnings.warn("once per line")
warnings.warn("a category", RuntimeWarning)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    old()
    old()
print([(w.category.__name__, str(w.message)) for w in caught])
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    warnings.warn("silent")
warnings.filterwarnings("error", message=".*fatal.*")
try:
    warnings.warn("this is fatal")
except UserWarning as error:
    print("raised", error)


class MyWarning(UserWarning):
    pass


warnings.warn(MyWarning("own class"))
warnings.simplefilter("error")
old()
