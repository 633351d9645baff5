x={str(i):i for i in range(10**5)}
def f(**a):pass
while 1: f(**x)