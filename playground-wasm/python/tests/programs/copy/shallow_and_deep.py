import copy


class Node:
    def __init__(self, value, children=()):
        self.value, self.children = value, list(children)

    def __repr__(self):
        return f"Node({self.value}, {self.children})"


tree = Node(1, [Node(2), Node(3)])
shallow, deep = copy.copy(tree), copy.deepcopy(tree)
tree.children[0].value = 99
tree.children.append(Node(4))
print(tree, shallow, deep, shallow.children is tree.children)
data = {"list": [1, [2]], "tuple": (1, [2]), "set": {1}}
c, d = copy.copy(data), copy.deepcopy(data)
data["list"][1].append(3)
print(c["list"], d["list"], c["tuple"] is data["tuple"], d["tuple"] == (1, [2]), d["set"] is data["set"])
loop = [1]
loop.append(loop)
twin = copy.deepcopy(loop)
print(twin[1] is twin, twin is not loop)


class Custom:
    def __copy__(self):
        return "copied"

    def __deepcopy__(self, memo):
        return "deeply"


print(copy.copy(Custom()), copy.deepcopy([Custom()]), copy.copy(5), copy.copy("x"), copy.deepcopy((1, 2)))
shared = [1]
pair = copy.deepcopy([shared, shared])
print(pair[0] is pair[1], pair[0] is shared)
