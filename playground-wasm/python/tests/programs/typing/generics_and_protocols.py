from typing import Any, Callable, ClassVar, Generic, Iterable, Mapping, Optional, Sequence, TypeVar, Union

K = TypeVar("K")
V = TypeVar("V", bound=int)


class Registry(Generic[K, V]):
    default: ClassVar[int] = 0

    def __init__(self, items: Mapping[K, V] | None = None) -> None:
        self.items: dict[K, V] = dict(items or {})

    def get(self, key: K, fallback: Optional[V] = None) -> Union[V, None]:
        return self.items.get(key, fallback)


class Names(Registry[str, int]):
    pass


r = Registry[str, int]({"a": 1})
print(r.get("a"), r.get("b"), Names({"x": 2}).get("x"), Registry[str, int], Names.__orig_bases__, Registry.__parameters__, V.__bound__)
print(Iterable[int], Sequence[str], Callable[..., Any], Mapping[str, list[int]], Optional[int] == Union[int, None], Union[int, str] == Union[str, int], Any)


def first(items: Iterable[K], default: K = ...) -> K:
    return next(iter(items), default)


print(first([3]), first([]), first.__annotations__["return"])
Registry[int]
