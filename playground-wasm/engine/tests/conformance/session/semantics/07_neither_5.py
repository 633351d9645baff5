from sqlalchemy import ForeignKey, Integer, String, create_engine
from sqlalchemy.orm import DeclarativeBase, Session, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Named:
    def __repr__(self):
        return self.name or "?"


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


def winner(one, many):
    class Base(DeclarativeBase):
        pass

    shared = {"id": lambda: mapped_column(Integer, primary_key=True), "name": lambda: mapped_column(String)}
    One = type(one, (Named, Base), {
        "__tablename__": "one",
        **{key: make() for key, make in shared.items()},
        "many": relationship(many, overlaps="one"),
    })
    Many = type(many, (Named, Base), {
        "__tablename__": "many",
        **{key: make() for key, make in shared.items()},
        "one_id": mapped_column(ForeignKey("one.id")),
        "one": relationship(one, overlaps="many"),
    })
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        p, q, a = One(name="the collection"), One(name="the scalar"), Many()
        p.many.append(a)
        a.one = q
        session.add_all([p, q])
        session.commit()
        print(one, many, "->", a.one.name)


winner("Parent", "Child")
winner("User", "Address")
winner("Author", "Book")
winner("Department", "Employee")
