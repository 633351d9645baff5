from sqlalchemy import Column, Integer, String
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class User(Base):
    __tablename__ = "user"
    greeting = "Hello"
    id = Column(Integer, primary_key=True)
    name = Column(String)

    def greet(self):
        return f"{self.greeting}, {self.name}!"

    @classmethod
    def make(cls, name):
        return cls(name=name)

    @staticmethod
    def shout(text):
        return text.upper()


ann = User.make("Ann")
print(ann.greet(), User.shout("hi"))
ann.greeting = "Hey"
print(ann.greet(), User.greeting)
ann.nothing = 1
print(ann.nothing, "nothing" in vars(ann))
print(User(greeting="Yo", name="Z").greet())
print(ann.missing)
