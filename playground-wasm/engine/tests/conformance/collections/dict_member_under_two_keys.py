from sqlalchemy import Column, ForeignKey, Integer, String, inspect
from sqlalchemy.orm import attribute_keyed_dict, declarative_base, relationship

Base = declarative_base()


class Parent(Base):
    __tablename__ = "parent"
    id = Column(Integer, primary_key=True)
    name = Column(String)
    parent_id = Column(ForeignKey("parent.id"))
    children = relationship("Parent", collection_class=attribute_keyed_dict("name"), back_populates="parent")
    parent = relationship("Parent", remote_side="Parent.id", back_populates="children")

    def __repr__(self):
        return str(self.name)

things = []
keys = {
    Parent: ['children', 'parent'],
}


def text(value):
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {value[key]}" for key in sorted(value, key=str)) + "}"
    if isinstance(value, (set, frozenset)):
        return "{" + ", ".join(sorted(map(str, value))) + "}"
    return str(value)


def state(step):
    print(f"-- {step}")
    for thing in things:
        kept = vars(thing)
        parts = [f"{key}={text(kept[key])}" for key in keys[type(thing)] if key in kept]
        print("  ", thing, *parts)


def history(thing, key):
    found = inspect(thing).attrs[key].history
    print("  history", thing, key, *[sorted(map(str, part)) for part in found])

p1 = Parent(name="p1")
things.append(p1)
p2 = Parent(name="p2")
things.append(p2)
p3 = Parent(name="p3")
things.append(p3)

try:
    p2.children = {p1.name: p1, p2.name: p2}
except RecursionError:
    print("   RecursionError")
except Exception as error:
    print("  ", type(error).__name__, error)
state('p2.children = {p1.name: p1, p2.name: p2}')

try:
    p2.children[p3.name] = p1
except RecursionError:
    print("   RecursionError")
except Exception as error:
    print("  ", type(error).__name__, error)
state('p2.children[p3.name] = p1')

try:
    p2.children[p3.name] = p2
except RecursionError:
    print("   RecursionError")
except Exception as error:
    print("  ", type(error).__name__, error)
state('p2.children[p3.name] = p2')

try:
    p3.children[p3.name] = p3
except RecursionError:
    print("   RecursionError")
except Exception as error:
    print("  ", type(error).__name__, error)
state('p3.children[p3.name] = p3')

try:
    p3.children = {p3.name: p3}
except RecursionError:
    print("   RecursionError")
except Exception as error:
    print("  ", type(error).__name__, error)
state('p3.children = {p3.name: p3}')

try:
    del p3.children[p3.name]
except RecursionError:
    print("   RecursionError")
except Exception as error:
    print("  ", type(error).__name__, error)
state('del p3.children[p3.name]')

try:
    p1.children = {p2.name: p2}
except RecursionError:
    print("   RecursionError")
except Exception as error:
    print("  ", type(error).__name__, error)
state('p1.children = {p2.name: p2}')

try:
    print('  read', text(p1.parent))
except RecursionError:
    print("   RecursionError")
except Exception as error:
    print("  ", type(error).__name__, error)
state("print('  read', text(p1.parent))")

try:
    history(p3, 'children')
except RecursionError:
    print("   RecursionError")
except Exception as error:
    print("  ", type(error).__name__, error)
state("history(p3, 'children')")

try:
    p1.parent = p2
except RecursionError:
    print("   RecursionError")
except Exception as error:
    print("  ", type(error).__name__, error)
state('p1.parent = p2')

try:
    p4 = Parent(name="p4", parent=p2)
    things.append(p4)
except RecursionError:
    print("   RecursionError")
except Exception as error:
    print("  ", type(error).__name__, error)
state('p4 = Parent(name="p4", parent=p2)')

try:
    p3.children[p3.name] = p3
except RecursionError:
    print("   RecursionError")
except Exception as error:
    print("  ", type(error).__name__, error)
state('p3.children[p3.name] = p3')
