from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Team(Base):
    __tablename__ = "teams"
    id = Column(Integer, primary_key=True)
    name = Column(String(50))
    players = relationship("Player", back_populates="team")

    def __repr__(self):
        return "Team(%r)" % self.name


class Player(Base):
    __tablename__ = "players"
    id = Column(Integer, primary_key=True)
    name = Column(String(50))
    team_id = Column(Integer, ForeignKey("teams.id"))
    team = relationship("Team", back_populates="players")

    def __repr__(self):
        return "Player(%r)" % self.name


red, blue = Team(name="Red"), Team(name="Blue")
kim = Player(name="Kim", team=red)
print(red.players, blue.players)
kim.team = blue
print(red.players, blue.players)
red.players.append(kim)
print(red.players, blue.players, kim.team)
kim.team = None
print(red.players, kim.team)
