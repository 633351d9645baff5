def _index(x):
    if isinstance(x, int):
        return int(x)
    index = getattr(type(x), "__index__", None)
    if index is None:
        raise TypeError(f"'{type(x).__name__}' object cannot be interpreted as an integer")
    return index(x)


def log(x, base=None, /):
    if base is None:
        return _ln(x)
    divisor = _ln(base)
    if divisor == 0:
        raise ZeroDivisionError("float division by zero")
    return _ln(x) / divisor


def gcd(*integers):
    result = 0
    for n in integers:
        n = abs(_index(n))
        while n:
            result, n = n, result % n
    return result


def lcm(*integers):
    result = 1
    for n in integers:
        n = abs(_index(n))
        if not n:
            return 0
        result = result // gcd(result, n) * n
    return result


def factorial(n, /):
    n = _index(n)
    if n < 0:
        raise ValueError("factorial() not defined for negative values")
    if n > 9223372036854775807:
        raise OverflowError("factorial() argument should not exceed 9223372036854775807")
    result = 1
    for k in range(2, n + 1):
        result *= k
    return result


def perm(n, k=None, /):
    n = _index(n)
    k = n if k is None else _index(k)
    if n < 0:
        raise ValueError("n must be a non-negative integer")
    if k < 0:
        raise ValueError("k must be a non-negative integer")
    result = 1
    for factor in range(n, n - k, -1) if k <= n else (0,):
        result *= factor
    return result


def comb(n, k, /):
    n, k = _index(n), _index(k)
    if n < 0:
        raise ValueError("n must be a non-negative integer")
    if k < 0:
        raise ValueError("k must be a non-negative integer")
    if k > n:
        return 0
    k = min(k, n - k)
    result = 1
    for i in range(k):
        result = result * (n - i) // (i + 1)
    return result


def isqrt(n, /):
    n = _index(n)
    if n < 0:
        raise ValueError("isqrt() argument must be nonnegative")
    if not n:
        return 0
    x = 1 << (n.bit_length() + 1) // 2
    while True:
        y = (x + n // x) // 2
        if y >= x:
            return x
        x = y


def prod(iterable, /, *, start=1):
    for factor in iterable:
        start = start * factor
    return start


def fsum(seq, /):
    # Shewchuk's sums: the parts of the exact sum that do not overlap.
    partials = []
    for x in seq:
        x = float(x)
        kept = 0
        for y in partials:
            if abs(x) < abs(y):
                x, y = y, x
            high = x + y
            low = y - (high - x)
            if low:
                partials[kept] = low
                kept += 1
            x = high
        partials[kept:] = [x]
    total = 0.0
    while partials:
        x = total
        y = partials.pop()
        total = x + y
        low = y - (total - x)
        if low:
            if partials and (low < 0) == (partials[-1] < 0):
                y = low * 2
                x = total + y
                if y == x - total:
                    total = x
            break
    return total


def hypot(*coordinates):
    if len(coordinates) == 2:
        return _hypot(*coordinates)
    values = [fabs(x) for x in coordinates]
    largest = max(values, default=0.0)
    if not largest or isinf(largest):
        return float(largest)
    return largest * sqrt(fsum((x / largest) ** 2 for x in values))


def dist(p, q, /):
    if len(p) != len(q):
        raise ValueError("both points must have the same number of dimensions")
    return hypot(*[a - b for a, b in zip(p, q)])


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    if rel_tol < 0 or abs_tol < 0:
        raise ValueError("tolerances must be non-negative")
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    return abs(a - b) <= max(rel_tol * max(abs(a), abs(b)), abs_tol)


def remainder(x, y, /):
    x, y = float(x), float(y)
    if isnan(x) or isnan(y):
        return nan
    if isinf(x) or not y:
        raise ValueError("math domain error")
    if isinf(y):
        return x
    rest = fmod(fabs(x), fabs(y))
    other = fabs(y) - rest
    if rest > other or (rest == other and fmod(fabs(x) - rest, 2 * fabs(y))):
        rest = -other
    return copysign(1.0, x) * rest


def ulp(x, /):
    x = fabs(x)
    if isnan(x) or isinf(x):
        return x
    following = nextafter(x, inf)
    return x - nextafter(x, -inf) if isinf(following) else following - x


def __getattr__(name):
    if name in ("erf", "erfc", "gamma", "lgamma"):
        raise NotImplementedError(f"'math.{name}' is not supported in the playground")
    raise AttributeError(f"module 'math' has no attribute {name!r}")
