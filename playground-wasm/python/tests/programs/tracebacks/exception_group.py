def work():
    problems = []
    for value in ("x", None):
        try:
            int(value)
        except (ValueError, TypeError) as error:
            problems.append(error)
    raise ExceptionGroup("bad values", problems)


work()
