class Stack:
    def __init__(self):
        self.__items = []

    def push(self, item):
        self.__items.append(item)
        return self

    def __len__(self):
        return len(self.__items)

    @property
    def top(self):
        if not self.__items:
            raise IndexError("the stack is empty")
        return self.__items[-1]


s = Stack().push(1).push(2)
print(len(s), s.top, s._Stack__items)
try:
    s.__items
except AttributeError as error:
    print(error)


class Special(Stack):
    def peek(self):
        return self.__items


try:
    Special().peek()
except AttributeError as error:
    print(error)
Stack().top
