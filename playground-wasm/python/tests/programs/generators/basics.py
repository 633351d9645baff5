def countdown(n):
    print("starting")
    while n:
        yield n
        n -= 1
    print("done")
    return "result"


gen = countdown(3)
print(next(gen), next(gen))
print(list(gen), list(gen))
print(next(gen, "default"))
try:
    next(countdown(0))
except StopIteration as stop:
    print(repr(stop), stop.value)


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


for n in fib():
    if n > 50:
        break
    print(n, end=" ")
print()
print(sum(x * x for x in range(4)), max((len(w), w) for w in ["a", "bcd", "ef"]))
print(type(gen).__name__, gen.__name__, (x for x in ()).__name__)
next(gen)
