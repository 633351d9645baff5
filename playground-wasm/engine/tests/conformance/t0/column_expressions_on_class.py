from sqlalchemy import Column, Integer, String
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class User(Base):
    __tablename__ = "users"
    id = Column(Integer, primary_key=True)
    name = Column("user_name", String(30), nullable=False)
    email = Column(String, unique=True, index=True)


print(User.__tablename__, User.__table__.name)
print(User.name, User.__table__.c.keys())
print(User.__table__.c.user_name.type, User.__table__.c.email.nullable)
print(repr(User.__table__.c.id))
print(User.__table__.primary_key.columns.keys())
user = User(name="Ann")
print(user.name)
print(hasattr(user, "user_name"))
print(Base.metadata.tables.keys())
