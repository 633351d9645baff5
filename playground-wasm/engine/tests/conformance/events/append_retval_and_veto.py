from sqlalchemy import ForeignKey, event
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Team(Base):
    __tablename__ = "team"
    id: Mapped[int] = mapped_column(primary_key=True)
    players: Mapped[list["Player"]] = relationship(back_populates="team")


class Player(Base):
    __tablename__ = "player"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    team_id: Mapped[int | None] = mapped_column(ForeignKey("team.id"))
    team: Mapped["Team | None"] = relationship(back_populates="players")


@event.listens_for(Team.players, "append", retval=True)
def limit(team, player, initiator):
    if len(team.players) >= 2:
        raise RuntimeError(f"no room for {player.name}")
    if player.name == "sub":
        return Player(name="replacement")
    return player


team = Team()
team.players.append(Player(name="a"))
team.players.append(Player(name="sub"))
print([p.name for p in team.players], [p.team is team for p in team.players])
try:
    team.players.append(Player(name="c"))
except RuntimeError as error:
    print(error)
late = Player(name="d")
try:
    late.team = team
except RuntimeError as error:
    print(error)
print(late.team, len(team.players))
