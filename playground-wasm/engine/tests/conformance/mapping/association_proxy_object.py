from sqlalchemy import ForeignKey
from sqlalchemy.ext.associationproxy import AssociationProxy, association_proxy
from sqlalchemy.orm import DeclarativeBase, Mapped, attribute_keyed_dict, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    memberships: Mapped[dict[str, "Membership"]] = relationship(
        back_populates="user", collection_class=attribute_keyed_dict("role")
    )
    groups: AssociationProxy[dict[str, "Group"]] = association_proxy(
        "memberships", "group", creator=lambda role, group: Membership(role=role, group=group)
    )
    profile: Mapped["Profile | None"] = relationship()
    bio: AssociationProxy[str | None] = association_proxy(
        "profile", "text", creator=lambda text: Profile(text=text)
    )


class Membership(Base):
    __tablename__ = "membership"
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"), primary_key=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("group.id"), primary_key=True)
    role: Mapped[str]
    user: Mapped["User"] = relationship(back_populates="memberships")
    group: Mapped["Group"] = relationship()


class Group(Base):
    __tablename__ = "group"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]

    def __repr__(self):
        return f"G({self.name})"


class Profile(Base):
    __tablename__ = "profile"
    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))


ann = User(name="ann")
ann.groups["captain"] = Group(name="chess")
ann.groups["player"] = Group(name="go")
print(ann.groups, ann.memberships["captain"].group, ann.memberships["player"].user is ann)
ann.groups["captain"] = Group(name="tennis")
del ann.groups["player"]
print(ann.groups, len(ann.groups), list(ann.groups.items()), "captain" in ann.groups)
print(ann.bio, ann.profile)
ann.bio = "hello"
print(ann.bio, ann.profile.text)
ann.bio = "changed"
print(ann.profile.text, User.bio)
