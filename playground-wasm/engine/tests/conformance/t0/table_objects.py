from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table, UniqueConstraint

metadata = MetaData()
users = Table(
    "users",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(40), nullable=False, default="x"),
    UniqueConstraint("name"),
)
mails = Table("mails", metadata, Column("id", Integer, primary_key=True), Column("user_id", ForeignKey("users.id")))
print(users)
print(repr(users))
print(users.c.name, users.c["id"].primary_key, "name" in users.c, len(users.columns))
print(mails.c.user_id.foreign_keys, mails.c.user_id.type)
print([fk.column for fk in mails.foreign_keys], mails.c.user_id.references(users.c.id))
print([table.name for table in metadata.sorted_tables])
print([str(column) for column in users.primary_key])
try:
    Table("users", metadata, Column("id", Integer))
except Exception as error:
    print(type(error).__name__, error)
try:
    users.c.email
except AttributeError as error:
    print(error)
