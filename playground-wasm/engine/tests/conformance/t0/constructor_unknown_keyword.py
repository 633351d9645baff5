from sqlalchemy import Column, Integer, String
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class User(Base):
    __tablename__ = "users"
    id = Column(Integer, primary_key=True)
    name = Column(String)


try:
    User(nme="Ann")
except TypeError as error:
    print(error)
try:
    User("Ann")
except TypeError as error:
    print(error)
user = User(**{"name": "Ann", "id": 3})
print(user.name, user.id)
User(name="x", nickname="y")
