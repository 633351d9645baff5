class Singleton:
    _instance = None

    def __new__(cls, *args):
        print("new", args)
        if cls._instance is None:
            cls._instance = super().__new__(cls)
        return cls._instance

    def __init__(self, *args):
        print("init", args)

    def __call__(self, *args, **kwargs):
        return args, kwargs


a, b = Singleton(1), Singleton(2)
print(a is b, a(3, x=4))


class Inches(float):
    def __new__(cls, text):
        return super().__new__(cls, text.rstrip('"'))

    def __str__(self):
        return f'{float(self):g}"'


size = Inches('2.5"')
print(size, size * 2, isinstance(size, float), repr(size))


class Odd:
    def __new__(cls):
        return "not an Odd"

    def __init__(self):
        print("never")


print(Odd())


class Words(list):
    def longest(self):
        return max(self, key=len)


words = Words(["a", "abc"])
words.append("abcd")
print(words, words.longest(), words + ["x"], type(words + []), words[:1])
