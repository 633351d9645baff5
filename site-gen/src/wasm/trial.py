# Runs natively and in a freshly built module; both must say the same. ASCII, so that both count alike.
from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Parent(Base):
    __tablename__ = "parent"
    id = Column(Integer, primary_key=True)
    children = relationship("Child", back_populates="parent")


class Child(Base):
    __tablename__ = "child"
    id = Column(Integer, primary_key=True)
    parent_id = Column(Integer, ForeignKey("parent.id"))
    parent = relationship("Parent", back_populates="children")


parent = Parent()
child = Child(parent=parent)
print(parent.children == [child], f"{2 ** 100:,} {1 / 3:.3f} {0.1 + 0.2}", {"a": [1, "x"]})


def depth(n):
    return depth(n + 1)


class Deep:
    def __str__(self):
        return f"{self}"


for descend in lambda: depth(0), lambda: str(Deep()):
    try:
        descend()
    except RecursionError as error:
        print(type(error).__name__)

parent.nothing
