from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, List, Optional, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")


class Mapped(Generic[T]):
    def __repr__(self):
        return "Mapped"


class User:
    id: Mapped[int]
    name: Mapped[Optional[str]]
    addresses: Mapped[List["Address"]]


class Address:
    user: Mapped[User]


print(User.__annotations__)
for name, hint in get_type_hints(User).items():
    print(name, hint, get_origin(hint), get_args(hint))
print(get_type_hints(Address), Mapped[int] == Mapped[int], Mapped.__parameters__, Mapped[int].__args__)
