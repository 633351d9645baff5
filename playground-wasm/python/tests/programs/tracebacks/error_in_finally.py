def close():
    raise OSError("cannot close")


try:
    try:
        raise ValueError("work failed")
    finally:
        close()
except OSError as error:
    print(error, "|", error.__context__)
try:
    x = [1, 2][2]
finally:
    close()
