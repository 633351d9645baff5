from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class User(Base):
    __tablename__ = "user"
    id = Column(Integer, primary_key=True)
    name = Column(String)
    profile = relationship("Profile", back_populates="user", uselist=False)


class Profile(Base):
    __tablename__ = "profile"
    id = Column(Integer, primary_key=True)
    bio = Column(String)
    user_id = Column(Integer, ForeignKey("user.id"))
    user = relationship("User", back_populates="profile")


ann = User(name="ann")
print(ann.profile)
first = Profile(bio="first", user=ann)
print(ann.profile.bio, first.user.name)
second = Profile(bio="second")
ann.profile = second
print(first.user, second.user.name)
ann.profile = None
print(second.user, ann.profile)
bob = User(name="bob", profile=second)
ann.profile = second
print(second.user.name, bob.profile and bob.profile.bio)
