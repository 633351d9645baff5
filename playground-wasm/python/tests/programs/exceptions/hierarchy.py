for name in ("ArithmeticError", "LookupError", "OSError", "ValueError", "RuntimeError", "NameError", "ImportError", "Warning", "SyntaxError"):
    cls = eval(name)
    print(name, [sub.__name__ for sub in cls.__mro__[1:-1]])
print(issubclass(KeyError, LookupError), issubclass(UnicodeDecodeError, ValueError), issubclass(KeyboardInterrupt, Exception), FileNotFoundError.__mro__[1].__name__, IOError is OSError)
try:
    [].pop()
except LookupError as error:
    print(type(error).__name__, isinstance(error, IndexError), isinstance(error, Exception))
try:
    try:
        {}["x"]
    except IndexError:
        print("no")
except KeyError:
    print("passed on")
