from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import DeclarativeBase, Mapped, configure_mappers, declarative_base, mapped_column, relationship


def attempt(title, text):
    class Base(DeclarativeBase):
        pass

    names = {**globals(), "Base": Base}
    try:
        exec(text, names)
        print(title, "-> fine")
    except Exception as error:
        print(f"{title}\n   {type(error).__module__}.{type(error).__name__}: {error}")
    Base.registry.dispose()


attempt("class not instance", """
class P(Base):
    __tablename__ = "p"
    id = mapped_column(Integer, primary_key=True)
    cs = relationship("C", backref="p")
class C(Base):
    __tablename__ = "c"
    id = mapped_column(Integer, primary_key=True)
    p_id = mapped_column(ForeignKey("p.id"))
P().cs.append(C)
""")
attempt("column not called", """
class P(Base):
    __tablename__ = "p"
    id = Column
""")
attempt("foreign key without table", """
class C(Base):
    __tablename__ = "c"
    id = mapped_column(Integer, primary_key=True)
    p_id = mapped_column(ForeignKey("p"))
    p = relationship("P")
class P(Base):
    __tablename__ = "p"
    id = mapped_column(Integer, primary_key=True)
C()
""")
attempt("foreign key by class name", """
class P(Base):
    __tablename__ = "parents"
    id = mapped_column(Integer, primary_key=True)
    cs = relationship("C")
class C(Base):
    __tablename__ = "c"
    id = mapped_column(Integer, primary_key=True)
    p_id = mapped_column(ForeignKey("P.id"))
P()
""")
attempt("relationship to a table name", """
class P(Base):
    __tablename__ = "p"
    id = mapped_column(Integer, primary_key=True)
    cs = relationship("children")
class C(Base):
    __tablename__ = "children"
    id = mapped_column(Integer, primary_key=True)
    p_id = mapped_column(ForeignKey("p.id"))
P()
""")
attempt("base not inherited", """
class P:
    __tablename__ = "p"
    id = mapped_column(Integer, primary_key=True)
    cs = relationship("C")
print(P().cs)
P(id=1)
""")
attempt("mapped of a string column without quotes", """
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[string]
""")
attempt("mapped without brackets", """
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped
""")
attempt("annotation only, no column", """
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs: Mapped[list["C"]]
class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
P()
""")
attempt("reserved name", """
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    metadata: Mapped[str]
""")
attempt("two columns of one name", """
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    a: Mapped[str] = mapped_column("x")
    b: Mapped[str] = mapped_column("x")
""")
attempt("unknown keyword of a column", """
class P(Base):
    __tablename__ = "p"
    id = Column(Integer, primarykey=True)
""")
attempt("unknown keyword of mapped_column", """
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primarykey=True)
""")
attempt("using DeclarativeBase itself", """
class P(DeclarativeBase):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
""")
attempt("instantiating the base", "Base()")
attempt("type instead of a column type", """
class P(Base):
    __tablename__ = "p"
    id = mapped_column(int, primary_key=True)
""")
attempt("a class with a tuple column", """
class P(Base):
    __tablename__ = "p"
    id = mapped_column(Integer, primary_key=True),
""")
