import json as j
import math, copy
from functools import partial, reduce as fold
from itertools import (
    chain,
    count,
)


def local():
    from operator import add

    return add(1, 2)


print(math.floor(2.5), j.dumps([1]), fold(lambda a, b: a + b, [1, 2]), list(chain("a", "b")), local(), copy.copy([1]))
try:
    import no_such_module
except ImportError as error:
    print(type(error).__name__, error, error.name)
try:
    from math import nothing
except ImportError as error:
    print(error.name)
print(math.__name__, type(math).__name__, partial.__name__)
try:
    import math.pi
except ImportError as error:
    print(error)
