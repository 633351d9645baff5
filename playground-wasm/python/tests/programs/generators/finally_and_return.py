def worker():
    print("start")
    try:
        yield 1
        yield 2
        return "never seen here"
    finally:
        print("cleanup")


w = worker()
print(next(w))
w.close()
for x in worker():
    print(x)
    if x == 1:
        break
print("after break")


def delegating():
    result = yield from worker()
    print("result", result)


print(list(delegating()))
d = delegating()
next(d)
try:
    d.throw(RuntimeError("thrown in"))
except RuntimeError as error:
    print("out again:", error)
