__all__ = ["format_exc", "format_exception", "format_exception_only", "print_exc", "print_exception"]


def _exception(exc, value):
    if value is None and isinstance(exc, BaseException):
        return exc
    return value


def format_exception(exc, /, value=None, tb=None, limit=None, chain=True):
    return _format(_exception(exc, value)).splitlines(True)


def format_exception_only(exc, /, value=None):
    return _format_only(_exception(exc, value)).splitlines(True)


def format_exc(limit=None, chain=True):
    import sys

    return _format(sys.exception())


def print_exception(exc, /, value=None, tb=None, limit=None, file=None, chain=True):
    import sys

    print(_format(_exception(exc, value)), file=sys.stderr if file is None else file, end="")


def print_exc(limit=None, file=None, chain=True):
    import sys

    print_exception(sys.exception(), file=file)
