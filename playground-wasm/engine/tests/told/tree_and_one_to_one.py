from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Node(Base):
    __tablename__ = "node"
    id = Column(Integer, primary_key=True)
    parent_id = Column(ForeignKey("node.id"))
    children = relationship("Node", back_populates="parent")
    parent = relationship("Node", back_populates="children", remote_side=[id])


class User(Base):
    __tablename__ = "user"
    id = Column(Integer, primary_key=True)
    profile = relationship("Profile", back_populates="user", uselist=False)


class Profile(Base):
    __tablename__ = "profile"
    id = Column(Integer, primary_key=True)
    user_id = Column(ForeignKey("user.id"))
    user = relationship("User", back_populates="profile")


root = Node()
leaf = Node(parent=root)
root.children[0].children.append(root)
user, other = User(), User()
profile = Profile()
user.profile = profile
other.profile = profile
profile.user = user
