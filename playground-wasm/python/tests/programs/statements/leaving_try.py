def t1():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: return ('ret', i)
        finally:
            print('fin', i)
print(t1())
def t2():
    try:
        return 'try'
    finally:
        return 'finally'
print(t2())
def t3():
    while True:
        try:
            try:
                1/0
            finally:
                break
        finally:
            print('outer')
    return 'done'
print(t3())
def t4():
    try:
        raise KeyError('a')
    except KeyError as e:
        try:
            raise ValueError('b')
        except ValueError as e2:
            print(type(e2.__context__).__name__)
        print(e)
    try:
        e
    except UnboundLocalError as err: print(err)
t4()
def t5():
    try:
        raise KeyError('k')
    except (ValueError, KeyError) as e:
        return e.args
    else:
        return 'else'
    finally:
        print('t5 fin')
print(t5())
def t6():
    x = 1
    try:
        return x
    finally:
        x = 2
print(t6())
def gen():
    try:
        got = yield 1
        print('got', got)
        r = yield from inner_gen()
        print('r', r)
    except ValueError as e:
        print('caught', e)
        yield 'after'
    finally:
        print('gen fin')
def inner_gen():
    a = yield 2
    print('inner', a)
    return 'res'
it = gen(); print(next(it), it.send('s'), )
try: it.send('t')
except StopIteration: print('stop')
it = gen(); next(it); print(it.throw(ValueError('v')))
it.close()
n = 3
while n:
    n -= 1
    if n == 5: break
else: print('while else')
for n in []: pass
else: print('for else')
for i in range(3):
    for j in range(3):
        if j == 1: continue
        if i == 1: break
        print(i, j, end=';')
    else: continue
    print('broke', i)
