count = 3
greeting = "hello"


def f(parameter):
    try:
        return paramter
    except NameError as error:
        print(error)
    return lenght(parameter)


f("x")
