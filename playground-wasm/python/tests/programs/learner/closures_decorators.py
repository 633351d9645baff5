import functools


def retry(times, *exceptions):
    def decorate(f):
        @functools.wraps(f)
        def wrapper(*args, **kwargs):
            for attempt in range(1, times + 1):
                try:
                    return f(*args, **kwargs)
                except exceptions as e:
                    print(f"attempt {attempt}: {e!r}")
            raise RuntimeError(f"{f.__name__} failed {times} times") from e
        return wrapper
    return decorate


calls = 0


@retry(3, ValueError)
def flaky(x):
    """Sometimes."""
    global calls
    calls += 1
    if calls < 3:
        raise ValueError(x)
    return x


print(flaky("q"), flaky.__name__, flaky.__doc__, flaky.__wrapped__ is not flaky)
flaky2 = retry(1, ZeroDivisionError)(lambda: 1 / 0)
flaky2()
