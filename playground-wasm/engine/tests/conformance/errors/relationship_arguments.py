from sqlalchemy import Column, ForeignKey, Integer, Table
from sqlalchemy.orm import DeclarativeBase, backref, mapped_column, relationship


def attempt(p="", c="", extra=""):
    class Base(DeclarativeBase):
        pass

    names = {**globals(), "Base": Base}
    try:
        exec(f"""{extra}
class P(Base):
    __tablename__ = "p"
    id = mapped_column(Integer, primary_key=True)
    {p}
class C(Base):
    __tablename__ = "c"
    id = mapped_column(Integer, primary_key=True)
    p_id = mapped_column(ForeignKey("p.id"))
    {c}
""", names)
        Base.registry.configure()
        print("fine:", p, c)
    except Exception as error:
        print(f"{p} {c}\n   {type(error).__module__}.{type(error).__name__}: {error}")
    Base.registry.dispose()


attempt("cs = relationship('C', back_populates=5)")
attempt("cs = relationship('C', backref=5)")
attempt("cs = relationship('C', backref=backref('p', back_populates='cs'))")
attempt("cs = relationship('C', backref=backref('p', nonsense=True))")
attempt("cs = relationship('C', foreign_keys='C.nope')")
attempt("cs = relationship('C', foreign_keys='C.id')")
attempt("cs = relationship('C', foreign_keys=5)")
attempt("cs = relationship('C', remote_side='P.id')")
attempt("cs = relationship('C', remote_side='nope.id')")
attempt("cs = relationship('C', order_by='C.nope')")
attempt("cs = relationship('C', order_by='nope')")
attempt("cs = relationship('C', primaryjoin='P.id == C.id')")
attempt("cs = relationship('C', primaryjoin='P.id')")
attempt("cs = relationship('C', primaryjoin='P.id = C.p_id')")
attempt("cs = relationship('C', secondaryjoin='P.id == C.p_id')")
attempt("cs = relationship('C', secondary='p')")
attempt("cs = relationship('C', lazy='dynamic', uselist=False)")
attempt("cs = relationship('C', uselist=False, collection_class=set)")
attempt("cs = relationship('C', cascade='delete-orphan')")
attempt("cs = relationship('C', cascade=None)")
attempt("cs = relationship('C', cascade='none')")
attempt("cs = relationship('C', viewonly=True, backref='p')")
attempt("cs = relationship('C', viewonly=True, sync_backref=True, back_populates='p')", "p = relationship('P', back_populates='cs')")
attempt("cs = relationship('C', single_parent=True)")
attempt("cs = relationship('C', 'link')")
attempt("cs = relationship()")
attempt("cs = relationship('')")
attempt("cs = relationship('builtins.int')")
attempt("cs = relationship('__main__.C')")
attempt("cs = relationship('nowhere.C')")
attempt("cs = relationship(lambda: C)")
attempt("cs = relationship(lambda: Nope)")
attempt("cs = relationship(lambda: 5)")
attempt("cs = relationship('C.id')")
attempt("cs = relationship('C', back_populates='cs')")
attempt("cs = relationship('C', back_populates='id')")
attempt("cs = relationship('C', overlaps=5)")
attempt("cs = relationship('C', passive_deletes='all', cascade='all, delete')")
attempt("cs = relationship('C', post_update=True, info={'a': 1}, doc='d')")
