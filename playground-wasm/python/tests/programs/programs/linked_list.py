class Node:
    def __init__(self, value, after=None):
        self.value = value
        self.after = after


class LinkedList:
    def __init__(self, values=()):
        self.head = None
        self._size = 0
        for value in values:
            self.append(value)

    def append(self, value):
        if self.head is None:
            self.head = Node(value)
        else:
            node = self.head
            while node.after:
                node = node.after
            node.after = Node(value)
        self._size += 1

    def push(self, value):
        self.head = Node(value, self.head)
        self._size += 1

    def reverse(self):
        previous, node = None, self.head
        while node:
            node.after, previous, node = previous, node, node.after
        self.head = previous

    def __iter__(self):
        node = self.head
        while node is not None:
            yield node.value
            node = node.after

    def __len__(self):
        return self._size

    def __repr__(self):
        return " -> ".join(map(repr, self)) or "empty"

    def __delitem__(self, index):
        if not 0 <= index < self._size:
            raise IndexError(f"no item {index}")
        if index == 0:
            self.head = self.head.after
        else:
            node = self.head
            for _ in range(index - 1):
                node = node.after
            node.after = node.after.after
        self._size -= 1


numbers = LinkedList(range(4))
numbers.push("first")
print(numbers, len(numbers), 3 in numbers, list(numbers), sorted(numbers, key=str))
numbers.reverse()
del numbers[1]
print(numbers, LinkedList(), bool(LinkedList()), [*zip(numbers, "ab")])
a, *rest = numbers
print(a, rest)
del numbers[10]
