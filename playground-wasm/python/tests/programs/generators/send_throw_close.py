def averager():
    total = count = 0
    average = None
    try:
        while True:
            try:
                value = yield average
            except ValueError as error:
                print("caught", error)
                continue
            total += value
            count += 1
            average = total / count
    except GeneratorExit:
        print("closing")
        raise
    finally:
        print("finally")


avg = averager()
next(avg)
print(avg.send(10), avg.send(20))
print(avg.throw(ValueError("odd one")))
avg.close()
avg.close()
try:
    avg.send(1)
except StopIteration:
    print("stopped")
fresh = averager()
try:
    fresh.send(1)
except TypeError as error:
    print(error)


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


g = stubborn()
next(g)
g.close()
