from dataclasses import dataclass, field
from datetime import date
from enum import Enum


class Status(Enum):
    OPEN = "open"
    DONE = "done"

    def __str__(self):
        return "x" if self is Status.DONE else " "


@dataclass
class Todo:
    title: str
    due: date | None = None
    status: Status = Status.OPEN
    tags: set[str] = field(default_factory=set)

    def __str__(self):
        due = f" (by {self.due:%d %b})" if self.due else ""
        tags = "".join(f" #{t}" for t in sorted(self.tags))
        return f"[{self.status}] {self.title}{due}{tags}"


class TodoList:
    def __init__(self):
        self._todos: list[Todo] = []

    def __iadd__(self, todo):
        self._todos.append(Todo(todo) if isinstance(todo, str) else todo)
        return self

    def __getitem__(self, key):
        return self._todos[key]

    def __iter__(self):
        return iter(sorted(self._todos, key=lambda t: (t.status is Status.DONE, t.due or date.max, t.title)))

    def done(self, title):
        for todo in self._todos:
            if todo.title == title:
                todo.status = Status.DONE
                break
        else:
            raise LookupError(f"nothing called {title!r} in {[t.title for t in self]}")


todos = TodoList()
todos += "water plants"
todos += Todo("pay rent", date(2024, 2, 1), tags={"money", "home"})
todos += Todo("file taxes", date(2024, 1, 31))
todos.done("pay rent")
for n, todo in enumerate(todos, 1):
    print(f"{n}. {todo}")
print(todos[0], sum(t.status is Status.OPEN for t in todos), todos[-1].due - todos[1].due, repr(todos[0]))
todos.done("nothing")
