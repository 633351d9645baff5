from collections.abc import Iterable, Mapping
from typing import *
import collections as c, itertools as it
from functools import partial as p
import datetime as dt
print(isinstance({}, Mapping), isinstance([], Iterable), c.Counter("a"), next(it.count(3)), p(int, base=2)("11"), dt.date(2024, 1, 1))
print(List, Optional[int], __name__)
from math import (sqrt, pi as PI,)
print(sqrt(16), round(PI, 3))
try:
    from datetime import datetme
except ImportError as e:
    print(e.name, e)
import mathh
