def fail():
    raise ValueError("first")


def middle():
    try:
        fail()
    except ValueError as error:
        print("logging", error)
        raise


try:
    middle()
except ValueError as error:
    again = error
try:
    raise
except RuntimeError as error:
    print(error)
try:
    raise 5
except TypeError as error:
    print(error)
try:
    raise ValueError from 5
except TypeError as error:
    print(error)
error = ValueError("noted")
error.add_note("see the manual")
error.add_note("page 3")
try:
    raise error
except ValueError as caught:
    print(caught.__notes__)
raise again
