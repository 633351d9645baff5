try:
    raise ExceptionGroup("g", [ValueError(1), TypeError(2), ValueError(3)])
except* ValueError as group:
    print(group, group.exceptions, type(group).__name__)
except* TypeError:
    print("types too")
try:
    try:
        raise ExceptionGroup("outer", [OSError("disk"), ExceptionGroup("inner", [KeyError("k")])])
    except* KeyError as g:
        print("keys", repr(g))
except ExceptionGroup as rest:
    print("left over", repr(rest))
try:
    raise ValueError("single")
except* ValueError as g:
    print(repr(g))
for bad in ("ExceptionGroup('m', [])", "ExceptionGroup('m', [1])", "ExceptionGroup('m')", "ExceptionGroup('m', [KeyboardInterrupt()])"):
    try:
        eval(bad)
    except Exception as error:
        print(type(error).__name__, error)
