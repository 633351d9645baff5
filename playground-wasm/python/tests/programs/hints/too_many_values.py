for key, value in {"ab": 1, "cde": 2}:
    print(key, value)
