from sqlalchemy import ForeignKeyConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Folder(Base):
    __tablename__ = "folder"
    __table_args__ = (
        ForeignKeyConstraint(["account_id", "parent_id"], ["folder.account_id", "folder.folder_id"]),
    )
    account_id: Mapped[int] = mapped_column(primary_key=True)
    folder_id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[int | None]
    name: Mapped[str]
    parent: Mapped["Folder | None"] = relationship(
        back_populates="children", remote_side=[account_id, folder_id]
    )
    children: Mapped[list["Folder"]] = relationship(back_populates="parent")


root = Folder(name="root")
sub = Folder(name="sub", parent=root)
print([f.name for f in root.children], sub.parent.name)
print(Folder.parent.property.direction.name, Folder.children.property.direction.name)
print(Folder.parent.property.primaryjoin)
print(sorted(c.name for c in Folder.parent.property.remote_side), [(str(l), str(r)) for l, r in Folder.children.property.local_remote_pairs])
