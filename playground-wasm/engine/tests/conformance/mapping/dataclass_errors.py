from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column, relationship


class Base(MappedAsDataclass, DeclarativeBase):
    pass


def attempt(body):
    try:
        exec(body, dict(globals()))
        print("fine")
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


attempt("""class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True, default=None)
    name: Mapped[str]
""")
attempt("""class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
    things: Mapped[list["B"]] = relationship(default=[])
""")
attempt("""class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    plain = mapped_column()
C()
""")
attempt("""class D(DeclarativeBase):
    pass
class E(D):
    __tablename__ = "e"
    id: Mapped[int] = mapped_column(primary_key=True, init=False)
""")
