import warnings


def risky(n):
    if n > 1:
        warnings.warn(f"{n} is large", stacklevel=2)
    return n


for n in range(4):
    risky(n)
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        risky(5)
    except UserWarning as w:
        print("raised", w, type(w).__name__)
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("default")
    risky(2)
    risky(2)
    warnings.warn("x", category=FutureWarning)
print(len(seen), seen[-1].category.__name__, seen[0].lineno, seen[0].filename)
warnings.filterwarnings("ignore", category=UserWarning)
risky(9)
print("quiet")
warnings.warn("not a user warning", FutureWarning)
warnings.warn("nope", int)
