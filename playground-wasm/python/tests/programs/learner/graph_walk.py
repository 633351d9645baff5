from collections import defaultdict, deque, Counter, namedtuple, OrderedDict

Edge = namedtuple("Edge", ["source", "target", "label"], defaults=[None])
edges = [Edge("user", "address"), Edge("user", "order", "orders"), Edge("order", "item"), Edge("item", "order", "back")]
graph = defaultdict(list)
for e in edges:
    graph[e.source].append(e.target)


def walk(start):
    seen, queue = {start}, deque([start])
    while queue:
        node = queue.popleft()
        yield node
        for other in graph.get(node, ()):
            if other not in seen:
                seen.add(other)
                queue.append(other)


print(list(walk("user")), dict(graph), edges[1], edges[0]._replace(label="x"))
print(Counter(e.target for e in edges).most_common(), OrderedDict(sorted(graph.items())), graph["nothing"])
Edge("a")
