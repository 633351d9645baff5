from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, NewType, Protocol, TypedDict, cast, overload, runtime_checkable

if TYPE_CHECKING:
    from nowhere import Nothing


class Point(NamedTuple):
    x: int
    y: int = 0


class Movie(TypedDict, total=False):
    title: str
    year: int


@runtime_checkable
class Closes(Protocol):
    def close(self) -> None: ...


class File:
    def close(self) -> Nothing: ...


UserId = NewType("UserId", int)
LIMIT: Final = 3


def f(x: Undefined) -> Nothing:
    return x


@overload
def g(x: int) -> int: ...
@overload
def g(x: str) -> str: ...
def g(x):
    return x * 2


print(Point(1), Point(1, 2).y, Point._fields, Movie(title="x"), isinstance(File(), Closes), isinstance(5, Closes))
print(UserId(5) + 1, cast(str, 5), f.__annotations__, g("a"), LIMIT, Point.__annotations__)
