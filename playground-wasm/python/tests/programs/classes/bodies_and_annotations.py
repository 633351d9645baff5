def f(): pass
def h(): pass
class Meta(type):
    def __new__(m, name, bases, ns, **kw): print('Meta', name, sorted(kw)); return super().__new__(m, name, bases, ns)
    def __init__(c, *a, **k): pass
class M(metaclass=Meta, flag=1):
    a: int = 1
    b: 'str'
    def __init_subclass__(cls, **kw): super().__init_subclass__()
    def who(self): return __class__.__name__, super().__repr__()[:3]
print(M.__annotations__, M().who(), M.__qualname__, M.who.__qualname__, f.__name__, h.__qualname__)
def ann(a: int, *b: str, c: 'x' = 1, **d: None) -> list: v: undefined_name; u: also = 3; return u
print(ann.__annotations__, ann(1))
a = 1
del a
try: a
except NameError as e: print(e)
print([*range(3), *'ab'], {*[1, 2], 3}, {**{'a': 1}, 'b': 2}, (*[1], 2))
print(1 if [] else 2 if {} else 3, [] or {} or 0, 1 and 2 and 3)
