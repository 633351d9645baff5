from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Player(Base):
    __tablename__ = "player"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    home_games: Mapped[list["Game"]] = relationship(
        foreign_keys="Game.home_id", back_populates="home"
    )
    away_games: Mapped[list["Game"]] = relationship(
        foreign_keys="[Game.away_id]", back_populates="away"
    )


class Game(Base):
    __tablename__ = "game"
    id: Mapped[int] = mapped_column(primary_key=True)
    home_id: Mapped[int] = mapped_column(ForeignKey("player.id"))
    away_id: Mapped[int] = mapped_column(ForeignKey("player.id"))
    home: Mapped["Player"] = relationship(foreign_keys=[home_id], back_populates="home_games")
    away: Mapped["Player"] = relationship(foreign_keys=[away_id], back_populates="away_games")


ann, bob = Player(name="ann"), Player(name="bob")
game = Game(home=ann, away=bob)
print(ann.home_games == [game], ann.away_games, bob.home_games, bob.away_games == [game])
game.home, game.away = game.away, game.home
print(game.home.name, game.away.name, len(ann.home_games), len(ann.away_games))
