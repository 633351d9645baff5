def accumulator():
    total = 0
    while True:
        value = yield total
        if value is None:
            return total
        total += value


def collect(results):
    while True:
        result = yield from accumulator()
        results.append(result)


results = []
c = collect(results)
next(c)
for n in (1, 2, 3, None, 10, None):
    c.send(n)
print(results)
c.close()
try:
    next(c)
except StopIteration as stop:
    print("done", stop.value)
