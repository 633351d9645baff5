from sqlalchemy import Column, ForeignKey, Table, event
from sqlalchemy.orm import DeclarativeBase, Mapped, configure_mappers, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Named:
    def __repr__(self):
        return self.name


acting = Table(
    "acting",
    Base.metadata,
    Column("actor_id", ForeignKey("actor.id"), primary_key=True),
    Column("film_id", ForeignKey("film.id"), primary_key=True),
)


class Actor(Named, Base):
    __tablename__ = "actor"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    films: Mapped[list["Film"]] = relationship(secondary=acting, back_populates="actors")


class Film(Named, Base):
    __tablename__ = "film"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    actors: Mapped[list["Actor"]] = relationship(secondary=acting, back_populates="films")


configure_mappers()
for attribute in (Actor.films, Film.actors):
    for kind in ("append", "remove", "bulk_replace", "append_wo_mutation"):

        def listener(target, value, initiator, kind=kind, attribute=attribute, **kw):
            print(f"  {kind} {attribute} of {target}: {value} [{initiator.op.name} {initiator.key}]")

        event.listen(attribute, kind, listener)

a, b, f, g = Actor(name="a"), Actor(name="b"), Film(name="f"), Film(name="g")
for text in (
    "a.films.append(f)", "f.actors.append(b)", "g.actors = [a, b]", "a.films = [g]",
    "g.actors.remove(a)", "b.films.extend([f, f])", "b.films.pop()", "b.films.remove(f)",
    "del g.actors", "f.actors += [a]", "f.actors[0:1] = []",
):
    print(text)
    exec(text)
    print("   ", a.films, b.films, f.actors, g.actors)
