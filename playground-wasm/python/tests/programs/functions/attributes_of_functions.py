def greet(name: str, times: int = 1, *, loud=False) -> str:
    """Greet someone.

    At length.
    """
    return ("hello " + name) * times


greet.author = "ann"
print(greet.__name__, greet.__qualname__, greet.__module__)
print(greet.__doc__)
print(greet.__annotations__)
print(greet.__defaults__, greet.__kwdefaults__, greet.author, greet.__dict__)
print(greet.__code__.co_varnames, greet.__code__.co_argcount, greet.__code__.co_name)


class Shop:
    def open(self):
        def helper():
            pass

        return helper


print(Shop.open.__qualname__, Shop().open().__qualname__, (lambda: 0).__name__)
bound = Shop().open
print(bound.__func__ is Shop.open, bound.__self__.__class__.__name__, bound.__name__)
print(callable(greet), callable(3), type(greet), type(bound), type(len), type([].append))
