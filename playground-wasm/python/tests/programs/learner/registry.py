class Base:
    registry = {}

    def __init_subclass__(cls, **kw):
        table = kw.pop("table", None)
        super().__init_subclass__(**kw)
        cls.__tablename__ = table or cls.__name__.lower()
        Base.registry[cls.__tablename__] = cls


class User(Base): ...
class Address(Base, table="addresses"): ...


print(Base.registry, User.__tablename__)
try:
    class Broken(Base, tabel="x"): ...
except TypeError as e:
    print(e)
