from typing import Annotated, Any, Callable, ClassVar, Dict, Generic, List, Literal, Optional, Tuple, TypeVar, Union, get_args, get_origin, get_type_hints

print(List[int], Dict[str, int], Optional[str], Union[int, str], Union[int, None], Callable[[int], str], Tuple[int, ...], Any)
print(list[int], dict[str, list[int]], int | str, int | None, Literal["a", 1], Annotated[int, "x"], ClassVar[int], Optional["Later"])
print(get_origin(List[int]), get_args(Dict[str, int]), get_args(int | None), get_origin(list[int]), get_origin(Optional[int]), Union[int, int])
T = TypeVar("T")


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> "Stack[T]":
        self.items.append(item)
        return self


print(Stack[int]().push(1).items, Stack[int], T, Stack.__mro__[1], Stack[int].__args__)


class Config:
    name: str
    size: int = 3
    later: "Optional[Config]" = None


print(Config.__annotations__, get_type_hints(Config)["size"], hasattr(Config, "name"), get_type_hints(Config)["later"])
x: int = "not checked"
y: str
print(x, __annotations__)
print(isinstance(5, int | str), isinstance([], list))
isinstance([], list[int])
