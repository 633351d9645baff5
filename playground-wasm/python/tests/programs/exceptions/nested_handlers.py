def risky(n):
    try:
        try:
            if n == 0:
                raise KeyError("zero")
            if n == 1:
                raise ValueError("one")
            if n == 2:
                return "two"
            if n == 3:
                raise BaseException("three")
            print("fine")
        except KeyError as e:
            print("inner", e)
            if n == 0:
                raise TypeError("converted") from e
        else:
            print("else")
        finally:
            print("inner finally", n)
    except (TypeError, ValueError) as e:
        print("outer", repr(e), repr(e.__cause__))
        return "handled"
    finally:
        print("outer finally", n)
    return "end"


for n in (0, 1, 2, 4):
    print(n, "->", risky(n))
try:
    risky(3)
except BaseException as e:
    print(type(e).__name__)
