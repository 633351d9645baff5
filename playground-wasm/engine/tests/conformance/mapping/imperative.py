from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import registry, relationship

mapper_registry = registry()
users = Table(
    "users", mapper_registry.metadata, Column("id", Integer, primary_key=True), Column("name", String)
)
mails = Table(
    "mails",
    mapper_registry.metadata,
    Column("id", Integer, primary_key=True),
    Column("user_id", ForeignKey("users.id")),
    Column("text", String),
)


class User:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"User({self.name})"


class Mail:
    pass


before = User("early")
mapper_registry.map_imperatively(User, users, properties={"mails": relationship(Mail, backref="user")})
mapper_registry.map_imperatively(Mail, mails, properties={"body": mails.c.text})
ann = User("ann")
mail = Mail()
mail.user = ann
mail.body = "hi"
print(ann, len(ann.mails), ann.mails[0].body, User.name, Mail.body, mail.__dict__.keys() - {"_sa_instance_state"} == {"user", "body"})
print(before.name, hasattr(before, "_sa_instance_state"))
mail.nothing = 1
Mail(text="x")
