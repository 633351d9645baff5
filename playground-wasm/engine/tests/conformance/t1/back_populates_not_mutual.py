from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Team(Base):
    __tablename__ = "team"
    id: Mapped[int] = mapped_column(primary_key=True)
    players: Mapped[list["Player"]] = relationship()


class Player(Base):
    __tablename__ = "player"
    id: Mapped[int] = mapped_column(primary_key=True)
    team_id: Mapped[int | None] = mapped_column(ForeignKey("team.id"))
    team: Mapped["Team | None"] = relationship(back_populates="players")


team, kim, lee = Team(), Player(), Player()
kim.team = team
print(team.players == [kim])
team.players.append(lee)
print(lee.team)
team.players.remove(kim)
print(kim.team is team, team.players == [lee])
kim.team = None
print(team.players == [lee])
