class Secret:
    __hidden = 1

    def __init__(self):
        self.__value = 2
        self._open = 3

    def peek(self):
        return self.__value, self.__hidden

    def __method(self):
        return "mangled"

    def call(self):
        return self.__method()


s = Secret()
print(s.peek(), s._Secret__value, s.call(), sorted(vars(s)))


class Sub(Secret):
    def __init__(self):
        super().__init__()
        self.__value = 99


print(Sub().peek(), sorted(vars(Sub())))
s.__value
