__all__ = [
    "Decimal", "Context", "DecimalException", "DivisionByZero", "InvalidOperation", "Inexact",
    "Overflow", "Underflow", "Rounded", "Clamped", "Subnormal", "FloatOperation",
    "DivisionUndefined", "ConversionSyntax",
    "ROUND_DOWN", "ROUND_HALF_UP", "ROUND_HALF_EVEN", "ROUND_CEILING", "ROUND_FLOOR", "ROUND_UP",
    "ROUND_HALF_DOWN", "ROUND_05UP", "getcontext", "setcontext", "localcontext", "DefaultContext",
    "BasicContext", "ExtendedContext", "MAX_PREC", "MAX_EMAX", "MIN_EMIN",
]
ROUND_DOWN = "ROUND_DOWN"
ROUND_HALF_UP = "ROUND_HALF_UP"
ROUND_HALF_EVEN = "ROUND_HALF_EVEN"
ROUND_CEILING = "ROUND_CEILING"
ROUND_FLOOR = "ROUND_FLOOR"
ROUND_UP = "ROUND_UP"
ROUND_HALF_DOWN = "ROUND_HALF_DOWN"
ROUND_05UP = "ROUND_05UP"
_ROUNDINGS = (
    ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN,
    ROUND_HALF_EVEN, ROUND_05UP,
)
MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -MAX_EMAX


class DecimalException(ArithmeticError):
    pass


class Clamped(DecimalException):
    pass


class InvalidOperation(DecimalException):
    pass


class ConversionSyntax(InvalidOperation):
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    pass


class DivisionImpossible(InvalidOperation):
    pass


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    pass


class Inexact(DecimalException):
    pass


class Rounded(DecimalException):
    pass


class Subnormal(DecimalException):
    pass


class Overflow(Inexact, Rounded):
    pass


class Underflow(Inexact, Rounded, Subnormal):
    pass


class FloatOperation(DecimalException, TypeError):
    pass


_signals = (
    Clamped, DivisionByZero, Inexact, Overflow, Rounded, Underflow, InvalidOperation, Subnormal,
    FloatOperation,
)


class Context:
    def __init__(
        self, prec=28, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0,
        flags=None, traps=None,
    ):
        self.prec, self.rounding = prec, rounding
        self.Emin, self.Emax, self.capitals, self.clamp = Emin, Emax, capitals, clamp
        if traps is None:
            traps = [InvalidOperation, DivisionByZero, Overflow]
        self.traps = {s: bool(traps.get(s)) if isinstance(traps, dict) else s in traps for s in _signals}
        flags = flags or []
        self.flags = {s: s in flags for s in _signals}

    def __setattr__(self, name, value):
        if name == "prec" and (not isinstance(value, int) or not 1 <= value <= MAX_PREC):
            raise ValueError("valid range for prec is [1, MAX_PREC]")
        if name == "rounding" and value not in _ROUNDINGS:
            raise TypeError(
                "valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]"
            )
        object.__setattr__(self, name, value)

    def __repr__(self):
        flags = ", ".join(s.__name__ for s in _signals if self.flags[s])
        traps = ", ".join(s.__name__ for s in (InvalidOperation, DivisionByZero, Overflow, Inexact) if self.traps[s])
        return (
            f"Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, "
            f"Emax={self.Emax}, capitals={self.capitals}, clamp={self.clamp}, flags=[{flags}], "
            f"traps=[{traps}])"
        )

    def copy(self):
        return Context(
            self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp,
            [s for s in _signals if self.flags[s]], [s for s in _signals if self.traps[s]],
        )

    __copy__ = copy

    def clear_flags(self):
        for signal in self.flags:
            self.flags[signal] = False

    def clear_traps(self):
        for signal in self.traps:
            self.traps[signal] = False

    def create_decimal(self, num="0"):
        return Decimal(num)._fix(self)

    def create_decimal_from_float(self, f):
        return Decimal.from_float(f)._fix(self)

    def _raise(self, signal, detail=None, result=None):
        shown = detail or signal
        caught = signal if signal in _signals else InvalidOperation
        self.flags[caught] = True
        if self.traps[caught]:
            raise caught([shown])
        return _NAN if result is None else result

    def add(self, a, b):
        return Decimal(a)._add(Decimal(b), self)

    def subtract(self, a, b):
        return Decimal(a)._add(-Decimal(b), self)

    def multiply(self, a, b):
        return Decimal(a)._mul(Decimal(b), self)

    def divide(self, a, b):
        return Decimal(a)._div(Decimal(b), self)

    def sqrt(self, a):
        return Decimal(a).sqrt(self)

    def quantize(self, a, b):
        return Decimal(a).quantize(b, context=self)

    def power(self, a, b, modulo=None):
        return Decimal(a)._pow(Decimal(b), self)


def _new(sign, int_, exp, special=""):
    self = object.__new__(Decimal)
    self._sign, self._int, self._exp, self._special = sign, int_, exp, special
    return self


def _round_digits(number, drop, sign, rounding):
    # Drops decimal digits off the end of a whole number, which may be all of them and more.
    unit = 10**drop
    quotient, rest = divmod(number, unit)
    if not rest:
        return quotient, False
    twice = rest * 2
    if rounding == ROUND_DOWN:
        up = False
    elif rounding == ROUND_UP:
        up = True
    elif rounding == ROUND_CEILING:
        up = not sign
    elif rounding == ROUND_FLOOR:
        up = bool(sign)
    elif rounding == ROUND_HALF_UP:
        up = twice >= unit
    elif rounding == ROUND_HALF_DOWN:
        up = twice > unit
    elif rounding == ROUND_05UP:
        up = quotient % 5 == 0
    else:
        up = twice > unit or (twice == unit and quotient % 2 == 1)
    return quotient + up, True


def _parse(text):
    # (sign, whole number, exponent, special) of a literal, or None.
    text = text.strip().replace("_", "")
    sign = 0
    if text[:1] in ("+", "-"):
        sign = int(text[0] == "-")
        text = text[1:]
    lower = text.lower()
    if lower in ("inf", "infinity"):
        return sign, 0, 0, "F"
    for name, special in (("snan", "N"), ("nan", "n")):
        if lower.startswith(name):
            digits = text[len(name):]
            if digits and not digits.isdecimal():
                return None
            return sign, int(digits or 0), 0, special
    mantissa, mark, exponent = lower.partition("e")
    whole, point, fraction = mantissa.partition(".")
    digits = whole + fraction
    if not digits.isdecimal():
        return None
    if mark:
        unsigned = exponent[1:] if exponent[:1] in ("+", "-") else exponent
        if not unsigned.isdecimal():
            return None
    return sign, int(digits), int(exponent or 0) - len(fraction), ""


class Decimal:
    __slots__ = ("_sign", "_int", "_exp", "_special")
    __tp_name__ = "decimal.Decimal"

    def __new__(cls, value="0", context=None):
        self = object.__new__(cls)
        if isinstance(value, Decimal):
            parts = value._sign, value._int, value._exp, value._special
        elif isinstance(value, int):
            parts = int(value < 0), abs(int(value)), 0, ""
        elif isinstance(value, str):
            parts = _parse(value)
            if parts is None:
                made = (context or getcontext())._raise(InvalidOperation, ConversionSyntax)
                parts = made._sign, made._int, made._exp, made._special
        elif isinstance(value, float):
            if getcontext().traps[FloatOperation]:
                raise FloatOperation([FloatOperation])
            made = cls.from_float(value)
            parts = made._sign, made._int, made._exp, made._special
        elif isinstance(value, (tuple, list)):
            if len(value) != 3:
                raise ValueError("argument must be a sequence of length 3")
            sign, digits, exponent = value
            if exponent in ("F", "n", "N"):
                parts = sign, 0, 0, exponent
            else:
                parts = sign, int("".join(map(str, digits)) or "0"), exponent, ""
        else:
            raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")
        self._sign, self._int, self._exp, self._special = parts
        return self

    @classmethod
    def from_float(cls, f):
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError("argument must be int or float")
        if f != f or f in (float("inf"), float("-inf")):
            return cls(repr(f))
        n, d = abs(f).as_integer_ratio()
        k = d.bit_length() - 1
        negative = f < 0 or (f == 0 and repr(f)[0] == "-")
        result = _new(int(negative), n * 5**k, -k)
        return result if cls is Decimal else cls(result)

    def _fix(self, context):
        if self._special:
            return self
        digits = len(str(self._int))
        if not self._int:
            return self
        top = self._exp + digits - 1
        if top > context.Emax:
            context._raise(Overflow)
            return _new(self._sign, 0, 0, "F")
        drop = digits - context.prec
        lowest = context.Emin - context.prec + 1
        if self._exp + max(drop, 0) < lowest:
            drop = lowest - self._exp
        if drop <= 0:
            return self
        number, inexact = _round_digits(self._int, drop, self._sign, context.rounding)
        exponent = self._exp + drop
        if len(str(number)) > context.prec:
            number //= 10
            exponent += 1
        context.flags[Rounded] = True
        if inexact:
            context._raise(Inexact, result=self)
        if exponent + len(str(number)) - 1 > context.Emax:
            context._raise(Overflow)
            return _new(self._sign, 0, 0, "F")
        return _new(self._sign, number, exponent)

    def _nans(self, other=None, context=None):
        context = context or getcontext()
        for value in (self, other):
            if value is not None and value._special == "N":
                return context._raise(InvalidOperation, None, _new(value._sign, value._int, 0, "n"))
        for value in (self, other):
            if value is not None and value._special == "n":
                return value
        return None

    def is_nan(self):
        return self._special in ("n", "N")

    def is_qnan(self):
        return self._special == "n"

    def is_snan(self):
        return self._special == "N"

    def is_infinite(self):
        return self._special == "F"

    def is_finite(self):
        return not self._special

    def is_signed(self):
        return self._sign == 1

    def is_zero(self):
        return not self._special and not self._int

    def is_normal(self, context=None):
        return not self._special and bool(self._int)

    def adjusted(self):
        return 0 if self._special else self._exp + len(str(self._int)) - 1

    def __bool__(self):
        return bool(self._special) or self._int != 0

    def as_tuple(self):
        digits = tuple(map(int, str(self._int))) if self._special != "F" else (0,)
        return DecimalTuple((self._sign, digits, self._special or self._exp))

    def as_integer_ratio(self):
        if self._special == "F":
            raise OverflowError("cannot convert Infinity to integer ratio")
        if self._special:
            raise ValueError("cannot convert NaN to integer ratio")
        if not self._int:
            return 0, 1
        n, d = self._int, 1
        if self._exp >= 0:
            n *= 10**self._exp
        else:
            d = 10**-self._exp
        a, b = n, d
        while b:
            a, b = b, a % b
        return (-n if self._sign else n) // a, d // a

    def __repr__(self):
        return f"Decimal('{self}')"

    def __str__(self, eng=False, context=None):
        sign = "-" if self._sign else ""
        if self._special == "F":
            return sign + "Infinity"
        if self._special:
            return sign + ("NaN" if self._special == "n" else "sNaN") + (str(self._int) if self._int else "")
        digits = str(self._int)
        left = self._exp + len(digits)
        if self._exp <= 0 and left > -6:
            point = left
        elif not eng:
            point = 1
        elif digits == "0":
            point = (left + 1) % 3 - 1
        else:
            point = (left - 1) % 3 + 1
        if point <= 0:
            whole, fraction = "0", "." + "0" * -point + digits
        elif point >= len(digits):
            whole, fraction = digits + "0" * (point - len(digits)), ""
        else:
            whole, fraction = digits[:point], "." + digits[point:]
        exponent = ""
        if left != point:
            letter = "E" if getcontext().capitals else "e"
            exponent = f"{letter}{left - point:+d}"
        return sign + whole + fraction + exponent

    def to_eng_string(self, context=None):
        return self.__str__(eng=True)

    def __format__(self, specifier, context=None):
        if not specifier:
            return str(self)
        kind = specifier[-1] if specifier[-1] in "eEfFgG%n" else ""
        body = specifier[:-1] if kind else specifier
        body, point, precision = body.rpartition(".") if "." in body else (body, "", "")
        if point and not precision.isdecimal():
            raise ValueError("Format specifier missing precision" if not precision else "invalid format string")
        precision = int(precision) if point else None
        # Fill, alignment, sign and width are those of a whole number in front of the rest.
        fill, align, rest = " ", ">", body
        if len(rest) > 1 and rest[1] in "<>=^":
            fill, align, rest = rest[0], rest[1], rest[2:]
        elif rest[:1] in ("<", ">", "=", "^") and rest:
            align, rest = rest[0], rest[1:]
        sign = ""
        if rest[:1] in ("+", "-", " ") and rest:
            sign, rest = rest[0], rest[1:]
        if rest.startswith("0"):
            fill, align, rest = "0", "=", rest[1:]
        comma = rest.endswith((",", "_"))
        separator = rest[-1] if comma else ""
        rest = rest[:-1] if comma else rest
        if rest and not rest.isdecimal():
            raise ValueError("invalid format string")
        width = int(rest or 0)
        value = self
        if kind == "%":
            value = _new(self._sign, self._int, self._exp + (0 if self._special else 2), self._special)
        rounding = getcontext().rounding
        negative = "-" if value._sign else (sign if sign in ("+", " ") else "")
        if value._special:
            text = str(_new(0, value._int, 0, value._special))
            whole, tail = text, "%" if kind == "%" else ""
            separator = ""
            if fill == "0" and align == "=":
                fill = " "
        else:
            number, exponent = value._int, value._exp
            style = (kind or "g").lower()
            if style in "f%" and precision is not None:
                if exponent < -precision:
                    number, _ = _round_digits(number, -precision - exponent, value._sign, rounding)
                else:
                    number *= 10 ** (exponent + precision)
                exponent = -precision
            elif style in "f%" and exponent > 0:
                number, exponent = number * 10**exponent, 0
            elif style in "egn" and precision is not None:
                wanted = precision + 1 if style == "e" else max(precision, 1)
                digits = len(str(number))
                if digits > wanted and number:
                    number, _ = _round_digits(number, digits - wanted, value._sign, rounding)
                    exponent += digits - wanted
                    if len(str(number)) > wanted:
                        number //= 10
                        exponent += 1
                elif style == "e" and digits < wanted:
                    number *= 10 ** (wanted - digits)
                    exponent -= wanted - digits
            digits = str(number)
            left = exponent + len(digits)
            if style in "f%":
                point_at = left
            elif style == "e":
                point_at = 1 if number or precision is None else 1 - (precision or 0)
                if not number and precision is not None:
                    digits = "0" * (precision + 1)
                    point_at = 1
                    left = exponent + precision + 1
            else:
                point_at = left if exponent <= 0 and left > -6 else 1
            if point_at <= 0:
                whole, fraction = "0", "0" * -point_at + digits
            elif point_at > len(digits):
                whole, fraction = digits + "0" * (point_at - len(digits)), ""
            else:
                whole, fraction = digits[:point_at] or "0", digits[point_at:]
            tail = "." + fraction if fraction else ""
            if left != point_at or style == "e":
                letter = kind if kind in ("e", "E") else ("g" <= (kind or "G") and "e" or "E")
                tail += f"{letter}{left - point_at:+d}"
            if kind == "%":
                tail += "%"
        if separator:
            least = width - len(negative) - len(tail) if fill == "0" and align == "=" else 0
            whole = _grouped(whole, separator, least)
        missing = max(width - len(negative) - len(whole) - len(tail), 0)
        if align == "<":
            return negative + whole + tail + fill * missing
        if align == "=":
            return negative + fill * missing + whole + tail
        if align == "^":
            return fill * (missing // 2) + negative + whole + tail + fill * (missing - missing // 2)
        return fill * missing + negative + whole + tail

    def _convert(other, exact=False):
        if isinstance(other, Decimal):
            return other
        if isinstance(other, int):
            return Decimal(other)
        return NotImplemented

    def _compare(self, other):
        if self._special == "F" or other._special == "F":
            a = 0 if self._special != "F" else (-1 if self._sign else 1)
            b = 0 if other._special != "F" else (-1 if other._sign else 1)
            return (a > b) - (a < b)
        a = -self._int if self._sign else self._int
        b = -other._int if other._sign else other._int
        if self._exp > other._exp:
            a *= 10 ** (self._exp - other._exp)
        else:
            b *= 10 ** (other._exp - self._exp)
        return (a > b) - (a < b)

    def _comparable(self, other):
        if isinstance(other, float):
            return Decimal.from_float(other)
        return Decimal._convert(other)

    def __eq__(self, other):
        other = self._comparable(other)
        if other is NotImplemented:
            return other
        if self.is_nan() or other.is_nan():
            return False
        return self._compare(other) == 0

    def _ordered(self, other, test):
        other = self._comparable(other)
        if other is NotImplemented:
            return other
        if self.is_nan() or other.is_nan():
            getcontext()._raise(InvalidOperation)
            return False
        return test(self._compare(other))

    def __lt__(self, other):
        return self._ordered(other, lambda order: order < 0)

    def __le__(self, other):
        return self._ordered(other, lambda order: order <= 0)

    def __gt__(self, other):
        return self._ordered(other, lambda order: order > 0)

    def __ge__(self, other):
        return self._ordered(other, lambda order: order >= 0)

    def compare(self, other, context=None):
        other = Decimal(other)
        nan = self._nans(other, context)
        return nan if nan is not None else Decimal(self._compare(other))

    def __hash__(self):
        if self._special == "N":
            raise TypeError("Cannot hash a signaling NaN value.")
        if self._special:
            return object.__hash__(self) if self._special == "n" else (-314159 if self._sign else 314159)
        prime = 2**61 - 1
        if self._exp >= 0:
            power = pow(10, self._exp, prime)
        else:
            power = pow(pow(10, prime - 2, prime), -self._exp, prime)
        result = self._int * power % prime
        result = -result if self._sign else result
        return -2 if result == -1 else result

    def __neg__(self, context=None):
        context = context or getcontext()
        if self.is_zero() and context.rounding != ROUND_FLOOR:
            return self.copy_abs()._fix(context)
        return self.copy_negate()._fix(context)

    def __pos__(self, context=None):
        context = context or getcontext()
        return (self.copy_abs() if self.is_zero() else self)._fix(context)

    def __abs__(self, round=True, context=None):
        return self.copy_abs()._fix(context or getcontext())

    def copy_abs(self):
        return _new(0, self._int, self._exp, self._special)

    def copy_negate(self):
        return _new(1 - self._sign, self._int, self._exp, self._special)

    def copy_sign(self, other, context=None):
        return _new(Decimal(other)._sign, self._int, self._exp, self._special)

    def _add(self, other, context):
        nan = self._nans(other, context)
        if nan is not None:
            return nan
        if self._special or other._special:
            if self._special and other._special and self._sign != other._sign:
                return context._raise(InvalidOperation)
            return self if self._special else other
        exponent = min(self._exp, other._exp)
        a = self._int * 10 ** (self._exp - exponent)
        b = other._int * 10 ** (other._exp - exponent)
        total = (-a if self._sign else a) + (-b if other._sign else b)
        if total:
            sign = int(total < 0)
        elif self._sign == other._sign:
            sign = self._sign
        else:
            sign = int(context.rounding == ROUND_FLOOR)
        return _new(sign, abs(total), exponent)._fix(context)

    def __add__(self, other):
        other = Decimal._convert(other)
        return other if other is NotImplemented else self._add(other, getcontext())

    __radd__ = __add__

    def __sub__(self, other):
        other = Decimal._convert(other)
        return other if other is NotImplemented else self._add(other.copy_negate(), getcontext())

    def __rsub__(self, other):
        other = Decimal._convert(other)
        return other if other is NotImplemented else other._add(self.copy_negate(), getcontext())

    def _mul(self, other, context):
        nan = self._nans(other, context)
        if nan is not None:
            return nan
        sign = self._sign ^ other._sign
        if self._special or other._special:
            if not self or not other:
                return context._raise(InvalidOperation)
            return _new(sign, 0, 0, "F")
        return _new(sign, self._int * other._int, self._exp + other._exp)._fix(context)

    def __mul__(self, other):
        other = Decimal._convert(other)
        return other if other is NotImplemented else self._mul(other, getcontext())

    __rmul__ = __mul__

    def _div(self, other, context):
        nan = self._nans(other, context)
        if nan is not None:
            return nan
        sign = self._sign ^ other._sign
        if self._special:
            if other._special:
                return context._raise(InvalidOperation)
            return _new(sign, 0, 0, "F")
        if other._special:
            return _new(sign, 0, context.Emin - context.prec + 1)
        if not other._int:
            if not self._int:
                return context._raise(InvalidOperation, DivisionUndefined)
            return context._raise(DivisionByZero, None, _new(sign, 0, 0, "F"))
        if not self._int:
            return _new(sign, 0, self._exp - other._exp)
        shift = len(str(other._int)) - len(str(self._int)) + context.prec + 1
        exponent = self._exp - other._exp - shift
        if shift >= 0:
            quotient, rest = divmod(self._int * 10**shift, other._int)
        else:
            quotient, rest = divmod(self._int, other._int * 10**-shift)
        if rest:
            if quotient % 5 == 0:
                quotient += 1
        else:
            ideal = self._exp - other._exp
            while exponent < ideal and quotient % 10 == 0:
                quotient //= 10
                exponent += 1
        return _new(sign, quotient, exponent)._fix(context)

    def __truediv__(self, other):
        other = Decimal._convert(other)
        return other if other is NotImplemented else self._div(other, getcontext())

    def __rtruediv__(self, other):
        other = Decimal._convert(other)
        return other if other is NotImplemented else other._div(self, getcontext())

    def _divide(self, other, context):
        nan = self._nans(other, context)
        if nan is not None:
            return nan, nan
        sign = self._sign ^ other._sign
        if self._special:
            nan = context._raise(InvalidOperation)
            return (nan if other._special else _new(sign, 0, 0, "F")), nan
        if other._special:
            return _new(sign, 0, 0), self
        if not other._int:
            if not self._int:
                nan = context._raise(InvalidOperation, DivisionUndefined)
                return nan, nan
            infinity = context._raise(DivisionByZero, None, _new(sign, 0, 0, "F"))
            return infinity, context._raise(InvalidOperation)
        exponent = min(self._exp, other._exp)
        a = self._int * 10 ** (self._exp - exponent)
        b = other._int * 10 ** (other._exp - exponent)
        quotient, rest = divmod(a, b)
        if len(str(quotient)) > context.prec:
            nan = context._raise(InvalidOperation, DivisionImpossible)
            return nan, nan
        return _new(sign, quotient, 0), _new(self._sign, rest, exponent)._fix(context)

    def __floordiv__(self, other):
        other = Decimal._convert(other)
        return other if other is NotImplemented else self._divide(other, getcontext())[0]

    def __rfloordiv__(self, other):
        other = Decimal._convert(other)
        return other if other is NotImplemented else other._divide(self, getcontext())[0]

    def __mod__(self, other):
        other = Decimal._convert(other)
        if other is NotImplemented:
            return other
        if not self._special and other.is_zero():
            context = getcontext()
            if not self._int:
                return context._raise(InvalidOperation, DivisionUndefined)
            return context._raise(InvalidOperation)
        return self._divide(other, getcontext())[1]

    def __rmod__(self, other):
        other = Decimal._convert(other)
        return other if other is NotImplemented else other.__mod__(self)

    def __divmod__(self, other):
        other = Decimal._convert(other)
        return other if other is NotImplemented else self._divide(other, getcontext())

    def __rdivmod__(self, other):
        other = Decimal._convert(other)
        return other if other is NotImplemented else other._divide(self, getcontext())

    def _pow(self, other, context):
        nan = self._nans(other, context)
        if nan is not None:
            return nan
        if other._special or self._special:
            raise NotImplementedError("powers of infinite decimals are not supported in the playground")
        whole = other._exp >= 0 or other._int % 10 ** -other._exp == 0
        if not other._int:
            return context._raise(InvalidOperation) if not self._int else _new(0, 1, 0)
        if not whole:
            if self._sign and self._int:
                return context._raise(InvalidOperation)
            if not self._int:
                return context._raise(InvalidOperation) if other._sign else _new(0, 0, 0)
            wide = context.copy()
            wide.prec += 6
            wide.clear_traps()
            return (other._mul(self.ln(wide), wide)).exp(wide)._fix(context)
        exponent = int(other)
        sign = self._sign & exponent & 1
        if not self._int:
            return _new(sign, 0, 0, "F") if exponent < 0 else _new(sign, 0, 0)
        wide = context.copy()
        wide.prec += len(str(abs(exponent))) + 4
        if exponent >= 0 and (self._int.bit_length() * exponent) < 4 * wide.prec + 64:
            return _new(sign, self._int**exponent, self._exp * exponent)._fix(context)
        result, base, count = _new(0, 1, 0), self.copy_abs(), abs(exponent)
        while count:
            if count & 1:
                result = result._mul(base, wide)
            base = base._mul(base, wide)
            count >>= 1
        if exponent < 0:
            result = _new(0, 1, 0)._div(result, wide)
        result = _new(sign, result._int, result._exp, result._special)._fix(context)
        return result

    def __pow__(self, other, modulo=None):
        other = Decimal._convert(other)
        if other is NotImplemented:
            return other
        if modulo is not None:
            return Decimal(pow(int(self), int(other), int(modulo)))
        return self._pow(other, getcontext())

    def __rpow__(self, other, modulo=None):
        other = Decimal._convert(other)
        return other if other is NotImplemented else other._pow(self, getcontext())

    def sqrt(self, context=None):
        context = context or getcontext()
        nan = self._nans(None, context)
        if nan is not None:
            return nan
        if not self._int and not self._special:
            return _new(self._sign, 0, self._exp // 2)
        if self._sign:
            return context._raise(InvalidOperation)
        if self._special:
            return self
        digits = context.prec + 1
        exponent = self._exp >> 1
        number = self._int * 10 if self._exp & 1 else self._int
        length = (len(str(number)) + 1) // 2
        shift = digits - length
        if shift >= 0:
            number *= 100**shift
            exact = True
        else:
            number, rest = divmod(number, 100**-shift)
            exact = not rest
        exponent -= shift
        root = 10**digits
        while True:
            step = number // root
            if root <= step:
                break
            root = (root + step) >> 1
        exact = exact and root * root == number
        if exact:
            ideal = self._exp >> 1
            while exponent < ideal and root % 10 == 0:
                root //= 10
                exponent += 1
            if exponent > ideal:
                root *= 10 ** (exponent - ideal)
                exponent = ideal
        elif root % 5 == 0:
            root += 1
        saved, context.rounding = context.rounding, ROUND_HALF_EVEN
        result = _new(0, root, exponent)._fix(context)
        context.rounding = saved
        return result

    def exp(self, context=None):
        context = context or getcontext()
        wide = context.copy()
        wide.prec += 10
        wide.clear_traps()
        # e**x by halving x until the series converges fast, then squaring back.
        x, halvings = self, 0
        while x.copy_abs() > 1:
            x = x._div(Decimal(2), wide)
            halvings += 1
        wide.prec += halvings
        total = term = _new(0, 1, 0)
        n = 1
        while True:
            term = term._mul(x, wide)._div(Decimal(n), wide)
            following = total._add(term, wide)
            if following == total:
                break
            total, n = following, n + 1
        for _ in range(halvings):
            total = total._mul(total, wide)
        return total._fix(context)

    def ln(self, context=None):
        context = context or getcontext()
        if self._sign and self._int:
            return context._raise(InvalidOperation)
        if not self._int:
            return _new(1, 0, 0, "F")
        wide = context.copy()
        wide.prec += 10
        wide.clear_traps()
        import math

        guess = Decimal(math.log(self._int) + self._exp * math.log(10))._fix(wide)
        # Newton's steps double the digits that are right.
        for _ in range(wide.prec.bit_length()):
            power = guess.exp(wide)
            step = self._add(power.copy_negate(), wide)._div(self._add(power, wide), wide)
            following = guess._add(step._mul(Decimal(2), wide), wide)
            if following == guess:
                break
            guess = following
        return guess._fix(context)

    def log10(self, context=None):
        context = context or getcontext()
        if not self._sign and self._int and str(self._int).strip("0") == "1":
            return Decimal(self.adjusted())
        wide = context.copy()
        wide.prec += 4
        return self.ln(wide)._div(Decimal(10).ln(wide), wide)._fix(context)

    def quantize(self, exp, rounding=None, context=None):
        exp = Decimal(exp) if not isinstance(exp, Decimal) else exp
        context = context or getcontext()
        rounding = rounding or context.rounding
        nan = self._nans(exp, context)
        if nan is not None:
            return nan
        if self._special or exp._special:
            return self if self._special and exp._special else context._raise(InvalidOperation)
        drop = exp._exp - self._exp
        if drop > 0:
            number, inexact = _round_digits(self._int, drop, self._sign, rounding)
        else:
            number, inexact = self._int * 10**-drop, False
        if len(str(number)) > context.prec and number:
            return context._raise(InvalidOperation)
        if inexact:
            context._raise(Inexact, result=self)
        return _new(self._sign, number, exp._exp)

    def same_quantum(self, other, context=None):
        return self._exp == Decimal(other)._exp and self._special == Decimal(other)._special

    def to_integral_value(self, rounding=None, context=None):
        if self._special or self._exp >= 0:
            return self
        rounding = rounding or (context or getcontext()).rounding
        return _new(self._sign, _round_digits(self._int, -self._exp, self._sign, rounding)[0], 0)

    to_integral = to_integral_exact = to_integral_value

    def normalize(self, context=None):
        context = context or getcontext()
        nan = self._nans(None, context)
        if nan is not None:
            return nan
        fixed = self._fix(context)
        if fixed._special:
            return fixed
        if not fixed._int:
            return _new(fixed._sign, 0, 0)
        number, exponent = fixed._int, fixed._exp
        while number % 10 == 0:
            number //= 10
            exponent += 1
        return _new(fixed._sign, number, exponent)

    def max(self, other, context=None):
        other = Decimal(other)
        return (other if self < other else self)._fix(context or getcontext())

    def min(self, other, context=None):
        other = Decimal(other)
        return (self if self < other else other)._fix(context or getcontext())

    def scaleb(self, other, context=None):
        return _new(self._sign, self._int, self._exp + int(other), self._special)

    def fma(self, other, third, context=None):
        product = _new(
            self._sign ^ Decimal(other)._sign, self._int * Decimal(other)._int,
            self._exp + Decimal(other)._exp,
        )
        return product._add(Decimal(third), context or getcontext())

    def __int__(self):
        if self._special == "F":
            raise OverflowError("cannot convert Infinity to integer")
        if self._special:
            raise ValueError("cannot convert NaN to integer")
        number = self._int * 10**self._exp if self._exp >= 0 else self._int // 10**-self._exp
        return -number if self._sign else number

    __trunc__ = __int__

    def __float__(self):
        if self._special == "N":
            raise ValueError("cannot convert signaling NaN to float")
        return float("nan") if self._special == "n" else float(str(self))

    def __round__(self, n=None):
        if n is not None:
            if not isinstance(n, int):
                raise TypeError("optional arg must be an integer")
            return self.quantize(_new(0, 1, -n), rounding=ROUND_HALF_EVEN)
        self._integral()
        return int(self.to_integral_value(ROUND_HALF_EVEN))

    def _integral(self):
        if self._special == "F":
            raise OverflowError("cannot convert Infinity to integer")
        if self._special:
            raise ValueError("cannot convert NaN to integer")

    def __floor__(self):
        self._integral()
        return int(self.to_integral_value(ROUND_FLOOR))

    def __ceil__(self):
        self._integral()
        return int(self.to_integral_value(ROUND_CEILING))

    real = property(lambda self: self)
    imag = property(lambda self: Decimal(0))

    def conjugate(self):
        return self

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _grouped(digits, separator, least):
    groups = []
    while digits or least > 0:
        taken = digits[-3:].rjust(min(3, max(least, len(digits[-3:]), 1)), "0")
        digits = digits[:-3]
        groups.append(taken)
        least -= len(taken) + 1
    return separator.join(reversed(groups))


class DecimalTuple(tuple):
    __slots__ = ()
    sign = property(lambda self: self[0])
    digits = property(lambda self: self[1])
    exponent = property(lambda self: self[2])

    def __repr__(self):
        return "DecimalTuple(sign=%r, digits=%r, exponent=%r)" % tuple(self)


_NAN = _new(0, 0, 0, "n")
DefaultContext = Context()
BasicContext = Context(
    prec=9, rounding=ROUND_HALF_UP,
    traps=[DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow],
)
ExtendedContext = Context(prec=9, traps=[])
_current = [DefaultContext.copy()]


def getcontext():
    return _current[0]


def setcontext(context):
    _current[0] = context.copy() if context in (DefaultContext, BasicContext, ExtendedContext) else context


class _LocalContext:
    def __init__(self, context):
        self.new_context = context

    def __enter__(self):
        self.saved_context = getcontext()
        setcontext(self.new_context)
        return self.new_context

    def __exit__(self, *exc_info):
        setcontext(self.saved_context)


def localcontext(ctx=None, **kwargs):
    context = (getcontext() if ctx is None else ctx).copy()
    for name, value in kwargs.items():
        if name not in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"):
            raise TypeError(f"'{name}' is an invalid keyword argument for this function")
        setattr(context, name, value)
    return _LocalContext(context)
