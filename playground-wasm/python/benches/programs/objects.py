class Node:
    def __init__(self, value, parent=None):
        self.value = value
        self.parent = parent
        self.children = []
        if parent is not None:
            parent.children.append(self)


count = 0
for i in range(8_000):
    root = Node(i)
    for j in range(6):
        Node(j, root)
    count += len(root.children)
print(count)
