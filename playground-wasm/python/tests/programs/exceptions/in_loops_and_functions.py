def parse(values):
    for value in values:
        try:
            number = int(value)
        except ValueError:
            print("skip", value)
            continue
        except TypeError:
            print("stop at", value)
            break
        else:
            yield number
        finally:
            print("looked at", value)
    print("end")


print(list(parse(["1", "x", 2.5, None, "3"])))


def retry(times, action):
    for attempt in range(1, times + 1):
        try:
            return action(attempt)
        except RuntimeError as error:
            last = error
            print("attempt", attempt, "failed:", error)
    raise last


def flaky(n):
    if n < 3:
        raise RuntimeError(f"not yet {n}")
    return "worked"


print(retry(3, flaky))
retry(2, flaky)
