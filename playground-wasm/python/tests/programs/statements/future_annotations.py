from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Node:
    value: int
    next: Node | None = None
    tags: list[NotDefined] | None = None


def f(x: Undefined, y: 1 + 1 = 2) -> "Quoted":
    z: Whatever = 3
    return x


print(Node(1, Node(2)), Node.__annotations__, f.__annotations__, f(5))
