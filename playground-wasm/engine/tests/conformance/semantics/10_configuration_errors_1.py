from sqlalchemy import Column, ForeignKey, Integer, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, backref, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Named:
    def __repr__(self):
        return self.name or "?"


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


def mapping(*bodies):
    """Map classes from their source in a fresh Base, configure, print the outcome."""

    class Base(DeclarativeBase):
        pass

    names = {**globals(), "Base": Base}
    try:
        for body in bodies:
            exec(body, names)
        Base.registry.configure()
        print("fine")
    except Exception as error:
        print(f"{type(error).__module__}.{type(error).__name__}: {error}")
    Base.registry.dispose()


PARENT = """
class Parent(Base):
    __tablename__ = "parent"
    id = mapped_column(Integer, primary_key=True)
"""
CHILD = """
class Child(Base):
    __tablename__ = "child"
    id = mapped_column(Integer, primary_key=True)
    parent_id = mapped_column(ForeignKey("parent.id"))
"""
NODE = """
class Node(Base):
    __tablename__ = "node"
    id = mapped_column(Integer, primary_key=True)
    parent_id = mapped_column(ForeignKey("node.id"))
    children = relationship("Node", back_populates="parent")
    parent = relationship("Node", back_populates="children")
"""
LINK = """
link = Table(
    "link",
    Base.metadata,
    Column("a", ForeignKey("parent.id")),
    Column("b", ForeignKey("child.id")),
)
"""


print("1 no foreign key")
mapping(PARENT + "    children = relationship('Child')", CHILD.replace('ForeignKey("parent.id")', "Integer"))
print("2 two foreign keys")
mapping(PARENT + "    children = relationship('Child')", CHILD + "    other_id = mapped_column(ForeignKey('parent.id'))")
print("3 unknown class")
mapping(PARENT + "    children = relationship('Kid')")
print("4 back_populates names nothing")
mapping(PARENT + "    children = relationship('Child', back_populates='parent')", CHILD)
print("5 back_populates names a column")
mapping(PARENT + "    children = relationship('Child', back_populates='parent_id')", CHILD)
print("6 back_populates names a relationship to another class")
mapping(
    PARENT + "    children = relationship('Child', back_populates='other')",
    CHILD + "    other_id = mapped_column(ForeignKey('other.id'))\n    other = relationship('Other')",
    PARENT.replace("Parent", "Other").replace("parent", "other"),
)
print("7 backref name taken by a column")
mapping(PARENT + "    children = relationship('Child', backref='parent_id')", CHILD)
print("8 backref name taken by a relationship")
mapping(PARENT + "    children = relationship('Child', backref='parent')", CHILD + "    parent = relationship('Parent')")
print("9 both directions the same")
mapping(NODE)
print("10 backref and back_populates")
mapping(PARENT + "    children = relationship('Child', backref='parent', back_populates='parent')", CHILD)
print("11 not a class")
mapping(PARENT + "    children = relationship(5)", CHILD)
print("12 nothing at all")
mapping(PARENT + "    children = relationship()", CHILD)
print("13 delete-orphan on many-to-one")
mapping(PARENT, CHILD + "    parent = relationship('Parent', cascade='all, delete-orphan')")
print("14 unknown cascade")
mapping(PARENT + "    children = relationship('Child', cascade='all, delete-orphans')", CHILD)
print("15 unmapped class")
mapping(PARENT + "    children = relationship(int)", CHILD)
print("16 no primary key")
mapping("class Parent(Base):\n    __tablename__ = 'parent'\n    id = mapped_column(Integer)")
print("17 no table")
mapping("class Parent(Base):\n    id = mapped_column(Integer, primary_key=True)")
print("18 foreign key to an unknown table")
mapping(PARENT, CHILD.replace("parent.id", "parents.id") + "    parent = relationship('Parent')")
print("19 foreign key to an unknown column")
mapping(PARENT, CHILD.replace("parent.id", "parent.key") + "    parent = relationship('Parent')")
print("20 annotation that is not Mapped")
mapping("class Parent(Base):\n    __tablename__ = 'parent'\n    id: int = mapped_column(primary_key=True)")
print("21 bad lazy")
mapping(PARENT + "    children = relationship('Child', lazy='never')", CHILD)
print("22 cascade_backrefs")
mapping(PARENT + "    children = relationship('Child', cascade_backrefs=True)", CHILD)
print("23 unknown argument")
mapping(PARENT + "    children = relationship('Child', back_populate='parent')", CHILD)
print("24 secondary without foreign keys")
mapping("link = Table('link', Base.metadata, Column('a', Integer))", PARENT + "    children = relationship('Child', secondary=link)", CHILD)
print("25 unknown secondary")
mapping(PARENT + "    children = relationship('Child', secondary='links')", CHILD)
print("26 table defined twice")
mapping(PARENT, PARENT)
print("27 unknown class in primaryjoin")
mapping(PARENT + "    children = relationship('Child', primaryjoin='Parent.id == Kid.parent_id')", CHILD)
print("28 unknown attribute in primaryjoin")
mapping(PARENT + "    children = relationship('Child', primaryjoin='Parent.id == Child.parentid')", CHILD)
print("29 delete-orphan on many-to-many")
mapping(LINK, PARENT + "    children = relationship('Child', secondary=link, cascade='all, delete-orphan')", CHILD)
print("30 viewonly with a writing cascade")
mapping(PARENT + "    children = relationship('Child', viewonly=True, cascade='all')", CHILD)
print("31 collection class that is no collection")
mapping(PARENT + "    children = relationship('Child', collection_class=int)", CHILD)
print("32 uselist=True on many-to-one")
mapping(PARENT, CHILD + "    parent = relationship('Parent', uselist=True)")
print("33 Mapped without list, FK on the other side: one to one")
mapping(PARENT + "    child: Mapped['Child'] = relationship()", CHILD)
print("34 annotation without brackets")
mapping(PARENT + "    children: Mapped[list] = relationship('Child')", CHILD)
print("35 unknown name in an annotation")
mapping(PARENT + "    children: Mapped[list['Kid']] = relationship()", CHILD)
print("36 unresolvable unquoted annotation")
mapping(PARENT + "    children: Mapped[list[Kid]] = relationship()", CHILD)
print("37 relationship annotated without Mapped")
mapping(PARENT + "    children: list['Child'] = relationship()", CHILD)
