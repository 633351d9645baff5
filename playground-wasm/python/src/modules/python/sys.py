class _Stream:
    encoding = "utf-8"
    closed = False

    def __init__(self, name):
        self.name = name

    def write(self, text):
        return _write(text)

    def writelines(self, lines):
        for line in lines:
            _write(line)

    def flush(self):
        pass

    def isatty(self):
        return False

    def writable(self):
        return True

    def __repr__(self):
        return f"<_io.TextIOWrapper name={self.name!r} mode='w' encoding='utf-8'>"


stdout = __stdout__ = _Stream("<stdout>")
stderr = __stderr__ = _Stream("<stderr>")


def _record(title, /, **fields):
    # A tuple whose items have names, shown with them.
    cls = type(title, (tuple,), {
        "__repr__": lambda self: f"sys.{title}("
        + ", ".join(f"{key}={value!r}" for key, value in fields.items()) + ")",
        "__slots__": (),
        "__module__": "sys",
    })
    for at, key in enumerate(fields):
        setattr(cls, key, property(lambda self, at=at: self[at]))
    return cls(fields.values())


version_info = _record("version_info", major=3, minor=11, micro=0, releaselevel="final", serial=0)
version = "3.11.0 (playground)"
float_info = _record(
    "float_info", max=1.7976931348623157e308, max_exp=1024, max_10_exp=308,
    min=2.2250738585072014e-308, min_exp=-1021, min_10_exp=-307, dig=15, mant_dig=53,
    epsilon=2.220446049250313e-16, radix=2, rounds=1,
)
hexversion = 0x030B00F0
maxsize = 9223372036854775807
maxunicode = 1114111
byteorder = "little"
platform = "playground"
argv = [""]
orig_argv = []
path = []
executable = ""
flags = _record("flags", debug=0, optimize=0)
implementation = _record("implementation", name="playground", cache_tag=None)


def getdefaultencoding():
    return "utf-8"


def setrecursionlimit(limit, /):
    if not isinstance(limit, int):
        raise TypeError(f"'{type(limit).__name__}' object cannot be interpreted as an integer")
    if limit < 1:
        raise ValueError("recursion limit must be greater or equal than 1")
    if limit > getrecursionlimit():
        raise NotImplementedError(
            "'sys.setrecursionlimit()' above the run's own limit is not supported in the playground"
        )


def __getattr__(name):
    if name == "modules":
        return _modules()
    if name in ("stdin", "getsizeof", "getrefcount", "settrace", "_getframe"):
        raise NotImplementedError(f"'sys.{name}' is not supported in the playground")
    raise AttributeError(f"module 'sys' has no attribute {name!r}")
