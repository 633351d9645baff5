from sqlalchemy import CheckConstraint, Column, ForeignKey, ForeignKeyConstraint, Index, Integer, MetaData, String, Table, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Team(Base):
    __tablename__ = "team"
    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True, index=True)


class Player(Base):
    __tablename__ = "player"
    id: Mapped[int] = mapped_column(primary_key=True)
    team_id: Mapped[int] = mapped_column(ForeignKey("team.id"))
    number: Mapped[int]
    __table_args__ = (
        UniqueConstraint("team_id", "number"),
        CheckConstraint("number > 0", name="positive"),
        {"comment": "players", "schema": None},
    )


for table in Base.metadata.sorted_tables:
    print(table.name, table.primary_key.name, table.comment)
    for constraint in sorted(table.constraints, key=lambda constraint: (type(constraint).__name__, str(constraint.name))):
        print("  ", type(constraint).__name__, constraint.name, [column.name for column in constraint.columns])
    for index in table.indexes:
        print("  ", index.name, index.unique, [column.name for column in index.columns])
