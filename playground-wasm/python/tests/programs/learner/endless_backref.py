count = 0


class Parent:
    def __setattr__(self, name, value):
        global count
        count += 1
        object.__setattr__(self, name, value)
        if name == "child":
            value.parent = self


class Child:
    def __setattr__(self, name, value):
        object.__setattr__(self, name, value)
        if name == "parent":
            value.child = self


try:
    Parent().child = Child()
except RecursionError as error:
    print(error, count)
