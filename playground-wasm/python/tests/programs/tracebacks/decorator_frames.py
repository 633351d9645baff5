def logged(f):
    def wrapper(*args, **kwargs):
        print("calling", f.__name__)
        return f(*args, **kwargs)

    return wrapper


@logged
@logged
def divide(a, b):
    return a / b


print(divide(4, 2))
divide(1, 0)
