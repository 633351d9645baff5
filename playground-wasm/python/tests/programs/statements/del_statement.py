numbers = [1, 2, 3, 4, 5, 6]
del numbers[0]
del numbers[-1], numbers[1:3]
print(numbers)
ages = {"ann": 1, "bob": 2}
del ages["ann"]
print(ages)
name = "x"
del name
try:
    print(name)
except NameError as error:
    print(error)


class Box:
    pass


box = Box()
box.size = 3
del box.size
try:
    del box.size
except AttributeError as error:
    print(error)


def f():
    local = 1
    del local
    return local


f()
