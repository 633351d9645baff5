from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table
from sqlalchemy.orm import class_mapper, clear_mappers, registry, relationship

reg = registry(metadata=MetaData())
user_table = Table("user", reg.metadata, Column("id", Integer, primary_key=True), Column("login", String(20)))
mail_table = Table(
    "mail",
    reg.metadata,
    Column("id", Integer, primary_key=True),
    Column("user_id", ForeignKey("user.id")),
    Column("text", String),
)


class User:
    def __init__(self, login):
        self.login = login
        self.seen = []


class Mail:
    pass


mapper = reg.map_imperatively(
    User,
    user_table,
    properties={"mails": relationship(Mail, backref="user", order_by=mail_table.c.id), "name": user_table.c.login},
)
reg.map_imperatively(Mail, mail_table, exclude_properties=["text"])
try:
    user = User("ada")
    print(user.name, user.seen)
except Exception as error:
    print(type(error).__name__, error)
mail = Mail()
print(mapper, class_mapper(User) is mapper, mapper.attrs.keys(), Mail.__mapper__.attrs.keys())
try:
    reg.map_imperatively(User, user_table)
except Exception as error:
    print(type(error).__name__, error)
mail.user = user
print(user.mails == [mail], mail.__dict__.keys() - {"_sa_instance_state"})
clear_mappers()
print(hasattr(User, "mails"), User("x").__dict__)
