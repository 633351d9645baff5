class Code:
    OK = 200
    MISSING = 404


def describe(status, retries=0):
    match status, retries:
        case Code.OK, _:
            return "fine"
        case Code.MISSING, n if n > 2:
            return "gave up"
        case Code.MISSING, n:
            return f"retry {n + 1}"
        case (500 | 502 | 503) as code, _:
            return f"server {code}"
        case -1, _:
            return "negative"
        case 1.5, _:
            return "float"
        case "a" "b", _:
            return "joined"
        case None | True | False, _:
            return f"singleton {status}"
        case x, y:
            return x, y


for args in ((200,), (404, 3), (404, 1), (502,), (-1,), (1.5,), ("ab",), (None,), (True,), (1,), ("z", 9)):
    print(args, describe(*args))
x = 5
match x:
    case y:
        pass
print(y)
match = case = 3
print(match + case, [match for match in range(2)])
