from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import backref, declarative_base, relationship

Base = declarative_base()


class Node(Base):
    __tablename__ = "node"
    id = Column(Integer, primary_key=True)
    name = Column(String(50))
    parent_id = Column(Integer, ForeignKey("node.id"))
    children = relationship("Node", backref=backref("parent", remote_side=[id]))

    def show(self, depth=0):
        print("  " * depth + self.name)
        for child in self.children:
            child.show(depth + 1)


root = Node(name="root")
usr = Node(name="usr", parent=root)
root.children.append(Node(name="etc"))
usr.children = [Node(name="bin"), Node(name="lib")]
root.show()
usr.parent = root.children[1]
root.show()
print(Node.parent.property.direction.name, Node.children.property.direction.name)
