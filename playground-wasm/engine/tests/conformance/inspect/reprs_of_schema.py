from sqlalchemy import Boolean, Column, DateTime, Enum, ForeignKey, Integer, MetaData, Numeric, String, Table, Text, UniqueConstraint, func, text

metadata = MetaData()
user = Table(
    "user",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(30), nullable=False, unique=True, index=True),
    Column("active", Boolean, default=True),
    Column("level", Enum("low", "high", name="level"), server_default="low"),
    Column("price", Numeric(8, 2), comment="in euros"),
    Column("made", DateTime(timezone=True), server_default=func.now(), onupdate=func.now()),
    Column("bio", Text, key="about"),
    schema="app",
)
mail = Table("mail", metadata, Column("id", Integer, primary_key=True), Column("user_id", ForeignKey("app.user.id", ondelete="CASCADE")))
print(repr(user))
print(repr(mail.c.user_id))
for column in user.c:
    print(repr(column))
print(repr(metadata), repr(mail.c.user_id.foreign_keys))
print(user.c, mail.c)
print(user.fullname, user.key, str(user), user.name)
print(sorted(metadata.tables), [table.name for table in metadata.sorted_tables])
print(repr(UniqueConstraint("a", "b", name="ab")), repr(ForeignKey("a.b")), repr(text("x")))
print(list(mail.foreign_keys)[0].column, list(mail.foreign_keys)[0].target_fullname, list(mail.foreign_keys)[0].parent)
print("id" in user.c, "bio" in user.c, user.c.about.name, user.c["about"].key, len(user.c))
print(repr(user.primary_key))
print(mail.c.user_id.references(user.c.id), user.c.id.references(mail.c.id))
