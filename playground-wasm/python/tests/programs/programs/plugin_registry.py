import functools

COMMANDS = {}


def command(name=None, *, aliases=()):
    def register(func):
        key = name or func.__name__.replace("_", "-")
        for each in (key, *aliases):
            if each in COMMANDS:
                raise KeyError(f"{each} is taken by {COMMANDS[each].__name__}")
            COMMANDS[each] = func

        @functools.wraps(func)
        def wrapper(*args):
            return func(*args)

        wrapper.key = key
        return wrapper

    return register(name) if callable(name) else register


def _fix(name):
    return name


@command()
def say_hello(who="world"):
    """Greet."""
    return f"hello {who}"


@command("add", aliases=["plus", "+"])
def add_numbers(*numbers):
    return sum(map(int, numbers))


def run(line):
    name, *args = line.split()
    try:
        return COMMANDS[name](*args)
    except KeyError as error:
        return f"unknown command {error}"
    except TypeError as error:
        return f"usage: {error}"
    except ValueError as error:
        return f"bad value: {error}"


for line in ("say-hello", "say-hello ann", "say-hello a b", "add 1 2 3", "+ 4 5", "plus x", "nope 1"):
    print(line, "=>", run(line))
print(say_hello.key, say_hello.__doc__, say_hello(), sorted(COMMANDS))


@command("add")
def again():
    pass
