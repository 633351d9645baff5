def many():
    raise ExceptionGroup("several", [ValueError("a"), TypeError("b"), ExceptionGroup("nested", [KeyError("k")])])


try:
    many()
except* ValueError as group:
    print("values", group.exceptions)
except* KeyError as group:
    print("keys", repr(group))
except* TypeError as group:
    print("types", group)
try:
    many()
except ExceptionGroup as group:
    print(group, len(group.exceptions))
    matched, rest = group.split(ValueError)
    print(repr(matched), repr(rest))
