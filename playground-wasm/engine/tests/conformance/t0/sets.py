from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Club(Base):
    __tablename__ = "club"
    id = Column(Integer, primary_key=True)
    members = relationship("Member", back_populates="club", collection_class=set)


class Member(Base):
    __tablename__ = "member"
    id = Column(Integer, primary_key=True)
    name = Column(String)
    club_id = Column(ForeignKey("club.id"))
    club = relationship("Club", back_populates="members")

    def __repr__(self):
        return self.name


club, ann, bob = Club(), Member(name="ann"), Member(name="bob")
print(club.members, type(club.members).__name__)
club.members.add(ann)
club.members.add(ann)
bob.club = club
print(sorted(m.name for m in club.members), len(club.members))
club.members.discard(ann)
club.members.discard(ann)
print(ann.club, club.members)
try:
    club.members.remove(ann)
except KeyError as error:
    print("KeyError", error)
club.members = {ann}
print(club.members, bob.club)
print(club.members.pop(), ann.club, club.members)
club.members = [ann]
