from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Thing(Base):
    __abstract__ = True
    id: Mapped[int] = mapped_column(primary_key=True)

    def describe(self):
        return f"{type(self).__name__} {self.id}"


class Parent(Thing):
    __tablename__ = "parent"
    children = relationship("Child", back_populates="parent")

    def add(self, **kwargs):
        child = Child(**kwargs)
        self.children.append(child)
        return child

    @property
    def count(self):
        return len(self.children)


class Child(Thing):
    __tablename__ = "child"
    parent_id = Column(ForeignKey("parent.id"))
    parent = relationship("Parent", back_populates="children")
    other = 5
    __slots__ = ()


parent = Parent(id=1)
child = parent.add(id=2)
print(parent.count, child.describe(), child.parent.describe(), child.other, Child.other)
child.note = "plain attribute"
print(child.note, "note" in vars(child), [key for key in vars(child) if not key.startswith("_")])
print(Thing.__subclasses__(), hasattr(Thing, "__table__"), hasattr(Thing, "__mapper__"), Parent.__mro__[1].__name__)
Parent.late = relationship("Child", viewonly=True)
print(Parent.late.property, parent.late)
Child.size = Column(Integer)
print(Child(size=4).size, Child.__table__.c.keys())
try:
    Child.parent = 5
    print(Child.parent)
except Exception as error:
    print(type(error).__name__, error)
