from collections import deque

ROADS = {
    "A": {"B": 4, "C": 1},
    "B": {"D": 1},
    "C": {"B": 2, "D": 5},
    "D": {"E": 3},
    "E": {},
}


def breadth_first(start):
    seen, queue = [start], deque([start])
    while queue:
        for town in ROADS[queue.popleft()]:
            if town not in seen:
                seen.append(town)
                queue.append(town)
    return seen


def shortest(start, goal):
    heap, done = [(0, start, (start,))], set()
    while heap:
        cost, town, path = heap.pop(heap.index(min(heap)))
        if town == goal:
            return cost, "".join(path)
        if town in done:
            continue
        done.add(town)
        for other, length in ROADS[town].items():
            heap.append((cost + length, other, path + (other,)))
    return None


def paths(start, goal, path=()):
    path += (start,)
    if start == goal:
        yield "".join(path)
    for town in ROADS[start]:
        if town not in path:
            yield from paths(town, goal, path)


print(breadth_first("A"), shortest("A", "E"), shortest("E", "A"), list(paths("A", "E")))
ROADS["E"]["A"] = 1
print(shortest("D", "C"), sorted(paths("D", "B")), {town: len(out) for town, out in ROADS.items()})
