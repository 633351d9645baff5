__all__ = ["date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC"]
MINYEAR, MAXYEAR = 1, 9999
_DAYS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MONTHS = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LONG_MONTHS = (
    "", "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_LONG_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _now():
    # Every run prints the same, wherever and whenever: the clock stands still.
    return 2024, 1, 1, 12, 0, 0, 0


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_in_month(year, month):
    return 29 if month == 2 and _is_leap(year) else _DAYS[month]


def _days_before_year(year):
    y = year - 1
    return y * 365 + y // 4 - y // 100 + y // 400


def _days_before_month(year, month):
    return sum(_DAYS[1:month]) + (month > 2 and _is_leap(year))


def _ymd2ord(year, month, day):
    return _days_before_year(year) + _days_before_month(year, month) + day


def _ord2ymd(n):
    year = (n - 1) * 400 // 146097 + 1
    while _days_before_year(year) >= n:
        year -= 1
    while _days_before_year(year + 1) < n:
        year += 1
    n -= _days_before_year(year)
    month = 1
    while n > _days_in_month(year, month):
        n -= _days_in_month(year, month)
        month += 1
    return year, month, n


class struct_time(tuple):
    __slots__ = ()
    _fields = (
        "tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst"
    )

    def __repr__(self):
        return "time.struct_time(" + ", ".join(map("%s=%r".__mod__, zip(self._fields, self))) + ")"


for _at, _name in enumerate(struct_time._fields):
    setattr(struct_time, _name, property(lambda self, at=_at: self[at]))


def _integer(value):
    if isinstance(value, int):
        return value
    index = getattr(type(value), "__index__", None)
    if index is None:
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    return index(value)


def _check_date(year, month, day):
    year, month, day = _integer(year), _integer(month), _integer(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= _days_in_month(year, month):
        raise ValueError("day is out of range for month")
    return year, month, day


def _check_time(hour, minute, second, microsecond, fold):
    hour, minute, second = _integer(hour), _integer(minute), _integer(second)
    microsecond = _integer(microsecond)
    if not 0 <= hour <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= minute <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= second <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= microsecond <= 999999:
        raise ValueError("microsecond must be in 0..999999")
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")
    return hour, minute, second, microsecond, fold


def _check_tzinfo(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError(
            "tzinfo argument must be None or of a tzinfo subclass, not type '%s'" % type(tz).__name__
        )


def _format_offset(offset, separator=":"):
    if offset is None:
        return ""
    sign = "-" if offset.days < 0 else "+"
    offset = abs(offset)
    hours, rest = divmod(offset.seconds + offset.days * 86400, 3600)
    minutes, seconds = divmod(rest, 60)
    text = f"{sign}{hours:02d}{separator}{minutes:02d}"
    if seconds or offset.microseconds:
        text += f"{separator}{seconds:02d}"
    if offset.microseconds:
        text += f".{offset.microseconds:06d}"
    return text


def _format_time(hh, mm, ss, us, timespec="auto"):
    if timespec == "auto":
        timespec = "microseconds" if us else "seconds"
    formats = {
        "hours": f"{hh:02d}",
        "minutes": f"{hh:02d}:{mm:02d}",
        "seconds": f"{hh:02d}:{mm:02d}:{ss:02d}",
        "milliseconds": f"{hh:02d}:{mm:02d}:{ss:02d}.{us // 1000:03d}",
        "microseconds": f"{hh:02d}:{mm:02d}:{ss:02d}.{us:06d}",
    }
    if timespec not in formats:
        raise ValueError("Unknown timespec value")
    return formats[timespec]


def _strftime(obj, format, when):
    # `when` is the datetime whose fields are shown.
    week_monday = (when.toordinal() - _ymd2ord(when.year, 1, 1) + 7 - when.weekday()) // 7
    week_sunday = (when.toordinal() - _ymd2ord(when.year, 1, 1) + 7 - (when.weekday() + 1) % 7) // 7
    result, at = [], 0
    while at < len(format):
        c = format[at]
        at += 1
        if c != "%" or at == len(format):
            result.append(c)
            continue
        code = format[at]
        at += 1
        if code == "-" and at < len(format):
            text = _strftime(obj, "%" + format[at], when).lstrip("0") or "0"
            at += 1
        elif code == "Y":
            text = str(when.year)
        elif code == "m":
            text = f"{when.month:02d}"
        elif code == "d":
            text = f"{when.day:02d}"
        elif code == "e":
            text = f"{when.day:2d}"
        elif code == "H":
            text = f"{when.hour:02d}"
        elif code == "I":
            text = f"{(when.hour - 1) % 12 + 1:02d}"
        elif code == "M":
            text = f"{when.minute:02d}"
        elif code == "S":
            text = f"{when.second:02d}"
        elif code == "f":
            text = f"{when.microsecond:06d}"
        elif code == "p":
            text = "AM" if when.hour < 12 else "PM"
        elif code == "y":
            text = f"{when.year % 100:02d}"
        elif code == "C":
            text = f"{when.year // 100:02d}"
        elif code == "a":
            text = _WEEKDAYS[when.weekday()]
        elif code == "A":
            text = _LONG_WEEKDAYS[when.weekday()]
        elif code in "bh":
            text = _MONTHS[when.month]
        elif code == "B":
            text = _LONG_MONTHS[when.month]
        elif code == "j":
            text = f"{when.toordinal() - _ymd2ord(when.year, 1, 1) + 1:03d}"
        elif code == "w":
            text = str((when.weekday() + 1) % 7)
        elif code == "u":
            text = str(when.weekday() + 1)
        elif code == "W":
            text = f"{week_monday:02d}"
        elif code == "U":
            text = f"{week_sunday:02d}"
        elif code in "GV":
            year, week, _ = when.isocalendar()
            text = f"{year:04d}" if code == "G" else f"{week:02d}"
        elif code == "z":
            text = _format_offset(obj.utcoffset(), "") if hasattr(obj, "utcoffset") else ""
        elif code == "Z":
            text = (obj.tzname() or "") if hasattr(obj, "tzname") else ""
        elif code in "xDcXTFR":
            expanded = {
                "x": "%m/%d/%y", "D": "%m/%d/%y", "c": "%a %b %e %H:%M:%S %Y", "X": "%H:%M:%S",
                "T": "%H:%M:%S", "F": "%Y-%m-%d", "R": "%H:%M",
            }[code]
            text = _strftime(obj, expanded, when)
        elif code in "nt%":
            text = {"n": "\n", "t": "\t", "%": "%"}[code]
        else:
            text = "%" + code
        result.append(text)
    return "".join(result)


class timedelta:
    __slots__ = ("_days", "_seconds", "_microseconds")
    __tp_name__ = "datetime.timedelta"

    def __new__(
        cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0
    ):
        total, remainder = 0, 0.0
        for name, value, unit in (
            ("days", days, 86400000000), ("seconds", seconds, 1000000),
            ("microseconds", microseconds, 1), ("milliseconds", milliseconds, 1000),
            ("minutes", minutes, 60000000), ("hours", hours, 3600000000),
            ("weeks", weeks, 604800000000),
        ):
            if isinstance(value, int):
                total += value * unit
            elif isinstance(value, float):
                whole = int(value)
                total += whole * unit
                part = (value - whole) * unit
                total += int(part)
                remainder += part - int(part)
            else:
                raise TypeError(
                    f"unsupported type for timedelta {name} component: {type(value).__name__}"
                )
        return cls._of(total + round(remainder))

    @classmethod
    def _of(cls, microseconds):
        self = object.__new__(cls)
        seconds, self._microseconds = divmod(microseconds, 1000000)
        self._days, self._seconds = divmod(seconds, 86400)
        if abs(self._days) > 999999999:
            raise OverflowError(f"days={self._days}; must have magnitude <= 999999999")
        return self

    def _total(self):
        return (self._days * 86400 + self._seconds) * 1000000 + self._microseconds

    days = property(lambda self: self._days)
    seconds = property(lambda self: self._seconds)
    microseconds = property(lambda self: self._microseconds)

    def total_seconds(self):
        return self._total() / 10**6

    def __repr__(self):
        args = []
        if self._days:
            args.append("days=%d" % self._days)
        if self._seconds:
            args.append("seconds=%d" % self._seconds)
        if self._microseconds:
            args.append("microseconds=%d" % self._microseconds)
        return "datetime.timedelta(%s)" % (", ".join(args) or "0")

    def __str__(self):
        mm, ss = divmod(self._seconds, 60)
        hh, mm = divmod(mm, 60)
        s = "%d:%02d:%02d" % (hh, mm, ss)
        if self._days:
            s = "%d day%s, " % (self._days, "s" if abs(self._days) != 1 else "") + s
        if self._microseconds:
            s += ".%06d" % self._microseconds
        return s

    def __add__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._total() + other._total())
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._total() - other._total())
        return NotImplemented

    def __neg__(self):
        return timedelta._of(-self._total())

    def __pos__(self):
        return self

    def __abs__(self):
        return -self if self._days < 0 else self

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._of(self._total() * other)
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return timedelta._of(_divide_nearest(self._total() * a, b))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._total() // other._total()
        if isinstance(other, int):
            return timedelta._of(self._total() // other)
        return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._total() / other._total()
        if isinstance(other, int):
            return timedelta._of(_divide_nearest(self._total(), other))
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return timedelta._of(_divide_nearest(b * self._total(), a))
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._total() % other._total())
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            q, r = divmod(self._total(), other._total())
            return q, timedelta._of(r)
        return NotImplemented

    def __eq__(self, other):
        return self._total() == other._total() if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._total() < other._total() if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._total() <= other._total() if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._total() > other._total() if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._total() >= other._total() if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __bool__(self):
        return self._total() != 0

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _divide_nearest(a, b):
    q, r = divmod(a, b)
    r *= 2
    greater = r > b if b > 0 else r < b
    if greater or r == b and q % 2 == 1:
        q += 1
    return q


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)
timedelta.resolution = timedelta(microseconds=1)


class IsoCalendarDate(tuple):
    __slots__ = ()
    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return "datetime.IsoCalendarDate(year=%s, week=%s, weekday=%s)" % tuple(self)


def _ordered(method):
    # The orderings of dates and times: only among their own kind.
    def compare(self, other):
        mine, theirs = self._key(other)
        if theirs is None:
            return NotImplemented
        return method(mine, theirs)

    return compare


def _mixed(self, other):
    raise TypeError(
        "can't compare %s to %s" % (_kind(self), _kind(other))
    )


def _kind(value):
    cls = type(value)
    return ("datetime." if cls.__module__ == "datetime" else "") + cls.__name__


class date:
    __slots__ = ("_year", "_month", "_day")
    __tp_name__ = "datetime.date"

    def __new__(cls, year, month=None, day=None):
        if month is None:
            if not hasattr(year, "__index__"):
                raise TypeError(f"{type(year).__name__!r} object cannot be interpreted as an integer")
            raise TypeError("function missing required argument 'month' (pos 2)")
        if day is None:
            raise TypeError("function missing required argument 'day' (pos 3)")
        self = object.__new__(cls)
        self._year, self._month, self._day = _check_date(year, month, day)
        return self

    @classmethod
    def today(cls):
        return cls(*_now()[:3])

    @classmethod
    def fromtimestamp(cls, t):
        return cls.fromordinal(_ymd2ord(1970, 1, 1) + int(t // 86400))

    @classmethod
    def fromordinal(cls, n):
        if n < 1:
            raise ValueError("ordinal must be >= 1")
        return cls(*_ord2ymd(n))

    @classmethod
    def fromisoformat(cls, date_string):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        return cls(*_parse_date(date_string, date_string))

    @classmethod
    def fromisocalendar(cls, year, week, day):
        first = _ymd2ord(year, 1, 4)
        monday = first - (first + 6) % 7
        return cls.fromordinal(monday + (week - 1) * 7 + day - 1)

    year = property(lambda self: self._year)
    month = property(lambda self: self._month)
    day = property(lambda self: self._day)

    def __repr__(self):
        return "%s(%d, %d, %d)" % (_kind(self), self._year, self._month, self._day)

    def isoformat(self):
        return "%04d-%02d-%02d" % (self._year, self._month, self._day)

    def __str__(self):
        return self.isoformat()

    def ctime(self):
        return "%s %s %2d 00:00:00 %04d" % (
            _WEEKDAYS[self.weekday()], _MONTHS[self._month], self._day, self._year
        )

    def strftime(self, format):
        return _strftime(self, format, datetime(self._year, self._month, self._day))

    def __format__(self, fmt):
        return self.strftime(fmt) if fmt else str(self)

    def timetuple(self):
        ordinal = self.toordinal() - _ymd2ord(self._year, 1, 1) + 1
        return struct_time(
            (self._year, self._month, self._day, 0, 0, 0, self.weekday(), ordinal, -1)
        )

    def toordinal(self):
        return _ymd2ord(self._year, self._month, self._day)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.weekday() + 1

    def isocalendar(self):
        thursday = self.toordinal() - self.weekday() + 3
        year = _ord2ymd(thursday)[0]
        week = (thursday - _ymd2ord(year, 1, 1)) // 7 + 1
        return IsoCalendarDate((year, week, self.weekday() + 1))

    def replace(self, year=None, month=None, day=None):
        return type(self)(
            self._year if year is None else year,
            self._month if month is None else month,
            self._day if day is None else day,
        )

    def _key(self, other):
        if isinstance(other, datetime):
            _mixed(self, other)
        if not isinstance(other, date):
            return None, None
        return (self._year, self._month, self._day), (other._year, other._month, other._day)

    def __eq__(self, other):
        if isinstance(other, datetime) or not isinstance(other, date):
            return NotImplemented
        mine, theirs = self._key(other)
        return mine == theirs

    __lt__ = _ordered(lambda a, b: a < b)
    __le__ = _ordered(lambda a, b: a <= b)
    __gt__ = _ordered(lambda a, b: a > b)
    __ge__ = _ordered(lambda a, b: a >= b)

    def __hash__(self):
        return hash((self._year, self._month, self._day))

    def __add__(self, other):
        if isinstance(other, timedelta):
            n = self.toordinal() + other.days
            if 0 < n <= 3652059:
                return type(self)(*_ord2ymd(n))
            raise OverflowError("date value out of range")
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other.days)
        if isinstance(other, date) and not isinstance(other, datetime):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _parse_date(text, whole):
    parts = text.split("-")
    if len(parts) == 1 and len(text) == 8 and text.isdigit():
        parts = [text[:4], text[4:6], text[6:]]
    if len(parts) >= 2 and len(parts[0]) == 4 and parts[1].startswith("W") and parts[1][1:].isdigit():
        day = int(parts[2]) if len(parts) == 3 else 1
        found = date.fromisocalendar(int(parts[0]), int(parts[1][1:]), day)
        return found.year, found.month, found.day
    if [len(part) for part in parts] != [4, 2, 2] or not all(part.isdigit() for part in parts):
        raise ValueError(f"Invalid isoformat string: {whole!r}")
    return [int(part) for part in parts]


class tzinfo:
    __slots__ = ()

    def tzname(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt):
        return dt + self.utcoffset(dt)


class timezone(tzinfo):
    __slots__ = ("_offset", "_name")
    __tp_name__ = "datetime.timezone"
    _Omitted = object()

    def __new__(cls, offset, name=_Omitted):
        if not isinstance(offset, timedelta):
            raise TypeError(
                "timezone() argument 1 must be datetime.timedelta, not %s" % type(offset).__name__
            )
        if name is cls._Omitted:
            if not offset and hasattr(cls, "utc"):
                return cls.utc
            name = None
        elif not isinstance(name, str):
            raise TypeError("timezone() argument 2 must be str, not %s" % type(name).__name__)
        if not timedelta(hours=-24) < offset < timedelta(hours=24):
            raise ValueError(
                "offset must be a timedelta strictly between -timedelta(hours=24) and "
                "timedelta(hours=24), not %r." % offset
            )
        self = object.__new__(cls)
        self._offset, self._name = offset, name
        return self

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        if self._name is None:
            return "%s(%r)" % (_kind(self), self._offset)
        return "%s(%r, %r)" % (_kind(self), self._offset, self._name)

    def __str__(self):
        return self.tzname(None)

    def utcoffset(self, dt):
        return self._offset

    def tzname(self, dt):
        if self._name is not None:
            return self._name
        return "UTC" + _format_offset(self._offset) if self._offset else "UTC"

    def dst(self, dt):
        return None

    def __deepcopy__(self, memo):
        return self


UTC = timezone.utc = timezone(timedelta(0))
timezone.min = timezone(-timedelta(hours=23, minutes=59))
timezone.max = timezone(timedelta(hours=23, minutes=59))


class time:
    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")
    __tp_name__ = "datetime.time"

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        self = object.__new__(cls)
        self._hour, self._minute, self._second, self._microsecond, self._fold = _check_time(
            hour, minute, second, microsecond, fold
        )
        _check_tzinfo(tzinfo)
        self._tzinfo = tzinfo
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    def _parts(self):
        return self._hour, self._minute, self._second, self._microsecond

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(None)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(None)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(None)

    def _instant(self):
        hour, minute, second, microsecond = self._parts()
        offset = self.utcoffset()
        micros = ((hour * 60 + minute) * 60 + second) * 1000000 + microsecond
        return micros - (offset._total() if offset else 0)

    def _key(self, other):
        if not isinstance(other, time):
            return None, None
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware times")
        return self._instant(), other._instant()

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            return False
        return self._instant() == other._instant()

    __lt__ = _ordered(lambda a, b: a < b)
    __le__ = _ordered(lambda a, b: a <= b)
    __gt__ = _ordered(lambda a, b: a > b)
    __ge__ = _ordered(lambda a, b: a >= b)

    def __hash__(self):
        return hash(self._instant())

    def __repr__(self):
        parts = list(self._parts())
        while len(parts) > 2 and not parts[-1]:
            parts.pop()
        text = ", ".join(map(str, parts))
        if self._tzinfo is not None:
            text += ", tzinfo=%r" % self._tzinfo
        if self._fold:
            text += ", fold=1"
        return "%s(%s)" % (_kind(self), text)

    def isoformat(self, timespec="auto"):
        return _format_time(*self._parts(), timespec) + _format_offset(self.utcoffset())

    def __str__(self):
        return self.isoformat()

    def strftime(self, format):
        return _strftime(self, format, datetime(1900, 1, 1, *self._parts()))

    def __format__(self, fmt):
        return self.strftime(fmt) if fmt else str(self)

    @classmethod
    def fromisoformat(cls, time_string):
        if not isinstance(time_string, str):
            raise TypeError("fromisoformat: argument must be str")
        return cls(*_parse_time(time_string.removeprefix("T"), time_string))

    def replace(
        self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None
    ):
        return type(self)(
            self._hour if hour is None else hour,
            self._minute if minute is None else minute,
            self._second if second is None else second,
            self._microsecond if microsecond is None else microsecond,
            self._tzinfo if tzinfo is True else tzinfo,
            fold=self._fold if fold is None else fold,
        )

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _parse_clock(text, whole):
    text = text.replace(",", ".")
    clock, _, fraction = text.partition(".")
    parts = clock.split(":")
    if len(parts) == 1:
        parts = [clock[at:at + 2] for at in range(0, len(clock), 2)]
    bad = not 1 <= len(parts) <= 3 or not all(len(part) == 2 and part.isdigit() for part in parts)
    if bad or ("." in text and (not fraction.isdigit() or len(parts) != 3)):
        raise ValueError(f"Invalid isoformat string: {whole!r}")
    numbers = [int(part) for part in parts] + [0] * (3 - len(parts))
    return numbers + [int((fraction + "000000")[:6]) if fraction else 0]


def _parse_time(text, whole):
    zone = None
    for sign in "+-":
        if sign in text:
            text, _, offset = text.partition(sign)
            hours, minutes, seconds, micros = _parse_clock(offset, whole)
            delta = timedelta(hours=hours, minutes=minutes, seconds=seconds, microseconds=micros)
            zone = timezone(-delta if sign == "-" else delta)
    if text.endswith("Z"):
        text, zone = text[:-1], timezone.utc
    return _parse_clock(text, whole) + [zone]


time.min = time(0, 0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)


class datetime(date):
    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")
    __tp_name__ = "datetime.datetime"

    def __new__(
        cls, year, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *,
        fold=0,
    ):
        self = date.__new__(cls, year, month, day)
        self._hour, self._minute, self._second, self._microsecond, self._fold = _check_time(
            hour, minute, second, microsecond, fold
        )
        _check_tzinfo(tzinfo)
        self._tzinfo = tzinfo
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    @classmethod
    def now(cls, tz=None):
        _check_tzinfo(tz)
        made = cls(*_now())
        return made if tz is None else tz.fromutc(made.replace(tzinfo=tz))

    @classmethod
    def utcnow(cls):
        return cls(*_now())

    @classmethod
    def today(cls):
        return cls.now()

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        _check_tzinfo(tz)
        made = cls(1970, 1, 1) + timedelta(seconds=timestamp)
        return made if tz is None else tz.fromutc(made.replace(tzinfo=tz))

    @classmethod
    def utcfromtimestamp(cls, t):
        return cls.fromtimestamp(t)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        zone = time.tzinfo if tzinfo is True else tzinfo
        return cls(date.year, date.month, date.day, *time._parts(), zone, fold=time.fold)

    @classmethod
    def fromisoformat(cls, date_string):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        length = 8 if date_string[:8].isdigit() else 10
        if "W" in date_string[:6]:
            length = len(date_string.split("T")[0].split(" ")[0])
        day = _parse_date(date_string[:length], date_string)
        if len(date_string) == length:
            return cls(*day)
        return cls(*day, *_parse_time(date_string[length + 1:], date_string))

    @classmethod
    def strptime(cls, date_string, format):
        return cls(*_strptime(date_string, format))

    def _parts(self):
        return self._hour, self._minute, self._second, self._microsecond

    def date(self):
        return date(self._year, self._month, self._day)

    def time(self):
        return time(*self._parts(), fold=self._fold)

    def timetz(self):
        return time(*self._parts(), self._tzinfo, fold=self._fold)

    def replace(
        self, year=None, month=None, day=None, hour=None, minute=None, second=None,
        microsecond=None, tzinfo=True, *, fold=None,
    ):
        return type(self)(
            self._year if year is None else year,
            self._month if month is None else month,
            self._day if day is None else day,
            self._hour if hour is None else hour,
            self._minute if minute is None else minute,
            self._second if second is None else second,
            self._microsecond if microsecond is None else microsecond,
            self._tzinfo if tzinfo is True else tzinfo,
            fold=self._fold if fold is None else fold,
        )

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(self)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(self)

    def astimezone(self, tz=None):
        if tz is None:
            tz = timezone.utc
        offset = self.utcoffset() or timedelta(0)
        return tz.fromutc((self - offset).replace(tzinfo=tz))

    def timestamp(self):
        return (self._instant() - _ymd2ord(1970, 1, 1) * 86400000000) / 10**6

    def timetuple(self):
        ordinal = self.toordinal() - _ymd2ord(self._year, 1, 1) + 1
        return struct_time((
            self._year, self._month, self._day, self._hour, self._minute, self._second,
            self.weekday(), ordinal, -1,
        ))

    def ctime(self):
        return self.strftime("%a %b %e %H:%M:%S ") + "%04d" % self._year

    def isoformat(self, sep="T", timespec="auto"):
        day = "%04d-%02d-%02d" % (self._year, self._month, self._day)
        return day + sep + _format_time(*self._parts(), timespec) + _format_offset(self.utcoffset())

    def __repr__(self):
        parts = [self._year, self._month, self._day, *self._parts()]
        while len(parts) > 5 and not parts[-1]:
            parts.pop()
        text = ", ".join(map(str, parts))
        if self._tzinfo is not None:
            text += ", tzinfo=%r" % self._tzinfo
        if self._fold:
            text += ", fold=1"
        return "%s(%s)" % (_kind(self), text)

    def __str__(self):
        return self.isoformat(sep=" ")

    def strftime(self, format):
        return _strftime(self, format, self)

    def _local(self):
        seconds = (self._hour * 60 + self._minute) * 60 + self._second
        return (self.toordinal() * 86400 + seconds) * 1000000 + self._microsecond

    def _instant(self):
        offset = self.utcoffset()
        return self._local() - (offset._total() if offset is not None else 0)

    def _key(self, other):
        if not isinstance(other, datetime):
            if isinstance(other, date):
                _mixed(self, other)
            return None, None
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return self._instant(), other._instant()

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            return False
        return self._instant() == other._instant()

    __lt__ = _ordered(lambda a, b: a < b)
    __le__ = _ordered(lambda a, b: a <= b)
    __gt__ = _ordered(lambda a, b: a > b)
    __ge__ = _ordered(lambda a, b: a >= b)

    def __hash__(self):
        return hash(self._instant())

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        days, rest = divmod(self._local() + other._total(), 86400000000)
        if not 0 < days <= 3652059:
            raise OverflowError("date value out of range")
        seconds, microsecond = divmod(rest, 1000000)
        minutes, second = divmod(seconds, 60)
        hour, minute = divmod(minutes, 60)
        return type(self)(*_ord2ymd(days), hour, minute, second, microsecond, self._tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + -other
        if not isinstance(other, datetime):
            return NotImplemented
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return timedelta._of(self._instant() - other._instant())


def _mismatch(text, format):
    raise ValueError(f"time data {text!r} does not match format {format!r}")


def _strptime(text, format):
    fields = {"Y": 1900, "m": 1, "d": 1, "H": 0, "M": 0, "S": 0, "f": 0}
    widths = {"m": 2, "d": 2, "H": 2, "I": 2, "M": 2, "S": 2, "y": 2, "j": 3}
    expanded = {"T": "%H:%M:%S", "F": "%Y-%m-%d", "D": "%m/%d/%y", "R": "%H:%M"}
    for code, replacement in expanded.items():
        format = format.replace("%" + code, replacement)
    at, position, afternoon, zone, ordinal = 0, 0, None, None, None
    while at < len(format):
        c = format[at]
        at += 1
        if c.isspace():
            while position < len(text) and text[position].isspace():
                position += 1
            continue
        if c != "%":
            if text[position:position + 1] != c:
                _mismatch(text, format)
            position += 1
            continue
        code = format[at:at + 1]
        at += 1
        rest = text[position:]
        if code == "%":
            if not rest.startswith("%"):
                _mismatch(text, format)
            position += 1
        elif code in ("a", "A", "b", "B", "h", "p"):
            names = {
                "a": _WEEKDAYS, "A": _LONG_WEEKDAYS, "b": _MONTHS, "h": _MONTHS, "B": _LONG_MONTHS,
                "p": ("AM", "PM"),
            }[code]
            for index, name in enumerate(names):
                if name and rest.lower().startswith(name.lower()):
                    position += len(name)
                    if code in "bBh":
                        fields["m"] = index
                    elif code == "p":
                        afternoon = index == 1
                    break
            else:
                _mismatch(text, format)
        elif code == "z":
            if rest.startswith("Z"):
                zone, position = timezone.utc, position + 1
                continue
            end = 0
            while end < len(rest) and (rest[end].isdigit() or rest[end] in "+-:"):
                end += 1
            if rest[:1] not in ("+", "-"):
                _mismatch(text, format)
            zone = _parse_time("00:00" + rest[:end], text)[-1]
            position += end
        elif code == "Z":
            name = next((n for n in ("UTC", "GMT") if rest.upper().startswith(n)), None)
            if name is None:
                _mismatch(text, format)
            position += len(name)
        elif code in ("Y", "f") or code in widths:
            end, most = 0, widths.get(code, 4 if code == "Y" else 6)
            while end < most and end < len(rest) and rest[end].isdigit():
                end += 1
            if not end or (code == "Y" and end != 4):
                _mismatch(text, format)
            value = int(rest[:end])
            position += end
            if code == "f":
                value *= 10 ** (6 - end)
            elif code == "y":
                code, value = "Y", value + (2000 if value < 69 else 1900)
            elif code == "I":
                code = "H"
                afternoon = False if afternoon is None else afternoon
            elif code == "j":
                ordinal = value
                continue
            low, high = {
                "m": (1, 12), "d": (1, 31), "H": (0, 23), "M": (0, 59), "S": (0, 61)
            }.get(code, (0, 999999))
            if not low <= value <= high:
                _mismatch(text, format)
            fields[code] = value
        else:
            raise ValueError(f"{code!r} is a bad directive in format {format!r}")
    if position != len(text):
        raise ValueError(f"unconverted data remains: {text[position:]}")
    if "%I" in format and "%p" in format:
        fields["H"] = fields["H"] % 12 + (12 if afternoon else 0)
    if ordinal is not None:
        found = _ord2ymd(_ymd2ord(fields["Y"], 1, 1) + ordinal - 1)
        fields["Y"], fields["m"], fields["d"] = found
    return tuple(fields[code] for code in "YmdHMSf") + (zone,)


date.min, date.max, date.resolution = date(1, 1, 1), date(9999, 12, 31), timedelta(days=1)
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
