import collections.abc as _abc
from abc import ABCMeta as _ABCMeta, abstractmethod as _abstractmethod

_GenericAliasType = type(list[int])
_UnionType = type(int | str)
_NoneType = type(None)
TYPE_CHECKING = False


def _type_repr(obj):
    if isinstance(obj, _GenericAliasType):
        return repr(obj)
    if isinstance(obj, type):
        if obj.__module__ == "builtins":
            return obj.__qualname__
        return f"{obj.__module__}.{obj.__qualname__}"
    if obj is ...:
        return "..."
    if isinstance(obj, type(_type_repr)):
        return obj.__name__
    return repr(obj)


def _convert(arg, module=None):
    if arg is None:
        return _NoneType
    if isinstance(arg, str):
        return ForwardRef(arg, module=module)
    return arg


def _check(arg, message):
    arg = _convert(arg)
    if isinstance(arg, _GenericAlias) and arg.__origin__ in (Generic, Protocol):
        raise TypeError(f"{arg} is not valid as type argument")
    if arg in (Any, LiteralString, NoReturn, Never, Self, TypeAlias):
        return arg
    if isinstance(arg, _SpecialForm) or arg in (Generic, Protocol):
        raise TypeError(f"Plain {arg} is not valid as type argument")
    if type(arg) is tuple:
        raise TypeError(f"{message} Got {arg!r:.100}.")
    return arg


def _flatten(parameters):
    flat = []
    for parameter in parameters:
        if isinstance(parameter, (_UnionAlias, _UnionType)):
            flat.extend(parameter.__args__)
        else:
            flat.append(parameter)
    unique = []
    for parameter in flat:
        if parameter not in unique:
            unique.append(parameter)
    return tuple(unique)


def _collect_parameters(args):
    parameters = []
    for arg in args:
        if isinstance(arg, type):
            continue
        if hasattr(arg, "__typing_subst__"):
            found = (arg,)
        elif isinstance(arg, (tuple, list)):
            found = _collect_parameters(arg)
        else:
            found = getattr(arg, "__parameters__", ())
        for parameter in found:
            if parameter not in parameters:
                parameters.append(parameter)
    return tuple(parameters)


class ForwardRef:
    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        self.__forward_arg__ = arg
        self.__forward_module__ = module
        self.__forward_is_argument__ = is_argument
        self.__forward_is_class__ = is_class
        self.__forward_evaluated__ = False
        self.__forward_value__ = None

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        return f"ForwardRef({self.__forward_arg__!r})"

    def _evaluate(self, globalns, localns, recursive_guard=frozenset()):
        return _resolve(eval(self.__forward_arg__, globalns, localns), globalns, localns)


class _SpecialForm:
    def __init__(self, function):
        self._getitem = function
        self._name = function.__name__
        self.__doc__ = function.__doc__

    def __repr__(self):
        return "typing." + self._name

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    def __getitem__(self, parameters):
        return self._getitem(self, parameters)


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        if self is Any:
            return "typing.Any"
        return super().__repr__()


class Any(metaclass=_AnyMeta):
    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls, *args, **kwargs)


def _bare(self, parameters):
    raise TypeError(f"{self} is not subscriptable")


def _form(name, function=_bare):
    form = _SpecialForm(function)
    form._name = name
    return form


def _single(self, parameters):
    return _GenericAlias(self, (_check(parameters, f"{self} accepts only single type."),))


NoReturn = _form("NoReturn")
Never = _form("Never")
Self = _form("Self")
LiteralString = _form("LiteralString")
TypeAlias = _form("TypeAlias")
ClassVar = _form("ClassVar", _single)
Final = _form("Final", _single)
TypeGuard = _form("TypeGuard", _single)
Required = _form("Required", _single)
NotRequired = _form("NotRequired", _single)
Unpack = _form("Unpack", _single)


@_SpecialForm
def Union(self, parameters):
    if parameters == ():
        raise TypeError("Cannot take a Union of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    parameters = _flatten([_check(p, "Union[arg, ...]: each arg must be a type.") for p in parameters])
    if len(parameters) == 1:
        return parameters[0]
    if len(parameters) == 2 and _NoneType in parameters:
        return _UnionAlias(self, parameters, name="Optional")
    return _UnionAlias(self, parameters)


@_SpecialForm
def Optional(self, parameters):
    return Union[_check(parameters, f"{self} requires a single type."), _NoneType]


@_SpecialForm
def Literal(self, parameters):
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    flat = []
    for parameter in parameters:
        for value in parameter.__args__ if isinstance(parameter, _LiteralAlias) else (parameter,):
            if not any(value == known and type(value) is type(known) for known in flat):
                flat.append(value)
    return _LiteralAlias(self, tuple(flat))


@_SpecialForm
def Concatenate(self, parameters):
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    return _GenericAlias(self, tuple(_convert(p) for p in parameters))


class _BaseAlias:
    def __init__(self, origin, *, inst=True, name=None):
        self._inst = inst
        self._name = name
        self.__origin__ = origin

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(
                f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead"
            )
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except AttributeError:
            pass
        return result

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        entries = []
        if self.__origin__ not in bases:
            entries.append(self.__origin__)
        following = bases[bases.index(self) + 1:]
        if self._name and not any(
            isinstance(b, _BaseAlias) or isinstance(b, type) and issubclass(b, Generic)
            for b in following
        ) and self._generic_base():
            entries.append(Generic)
        return tuple(entries)

    def _generic_base(self):
        return True

    def __getattr__(self, attr):
        if "__origin__" in self.__dict__ and not (attr.startswith("__") and attr.endswith("__")):
            return getattr(self.__origin__, attr)
        raise AttributeError(attr)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]


class _GenericAlias(_BaseAlias):
    def __init__(self, origin, args, *, inst=True, name=None):
        super().__init__(origin, inst=inst, name=name)
        if not isinstance(args, tuple):
            args = (args,)
        self.__args__ = args
        self.__parameters__ = _collect_parameters(args)
        if not name:
            self.__module__ = origin.__module__

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __getitem__(self, args):
        if self.__origin__ in (Generic, Protocol):
            raise TypeError(f"Cannot subscript already-subscripted {self}")
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        if not isinstance(args, tuple):
            args = (args,)
        args = tuple(_convert(arg) for arg in args)
        if len(args) != len(self.__parameters__):
            _wrong_number(self, args, self.__parameters__)
        mapping = dict(zip(self.__parameters__, args))
        return self.copy_with(tuple(_substitute(arg, mapping) for arg in self.__args__))

    def copy_with(self, args):
        return self.__class__(self.__origin__, args, name=self._name, inst=self._inst)

    def _generic_base(self):
        return isinstance(self.__origin__, type) and not issubclass(self.__origin__, Generic)

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        if self._name:
            return super().__mro_entries__(bases)
        if self.__origin__ is Generic:
            if Protocol in bases:
                return ()
            for b in bases[bases.index(self) + 1:]:
                if isinstance(b, _BaseAlias) and b is not self:
                    return ()
        return (self.__origin__,)

    def __repr__(self):
        name = "typing." + self._name if self._name else _type_repr(self.__origin__)
        args = ", ".join(_type_repr(a) for a in self.__args__) or "()"
        return f"{name}[{args}]"

    def __iter__(self):
        yield Unpack[self]


def _substitute(arg, mapping):
    if isinstance(arg, type):
        return arg
    if isinstance(arg, (tuple, list)):
        return type(arg)(_substitute(item, mapping) for item in arg)
    if hasattr(arg, "__typing_subst__"):
        return mapping.get(arg, arg)
    inner = getattr(arg, "__parameters__", ())
    if not inner:
        return arg
    return arg[tuple(mapping[parameter] for parameter in inner)]


def _wrong_number(cls, args, parameters):
    few = "many" if len(args) > len(parameters) else "few"
    raise TypeError(
        f"Too {few} arguments for {cls}; actual {len(args)}, expected {len(parameters)}"
    )


class _UnionAlias(_GenericAlias):
    def copy_with(self, args):
        return Union[args]

    def __eq__(self, other):
        if not isinstance(other, (_UnionAlias, _UnionType)):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        args = self.__args__
        if len(args) == 2:
            if args[0] is _NoneType:
                return f"typing.Optional[{_type_repr(args[1])}]"
            if args[1] is _NoneType:
                return f"typing.Optional[{_type_repr(args[0])}]"
        return f"typing.Union[{', '.join(_type_repr(a) for a in args)}]"

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, arg) for arg in self.__args__)


class _LiteralAlias(_GenericAlias):
    def __repr__(self):
        return f"typing.Literal[{', '.join(repr(a) for a in self.__args__)}]"

    def __eq__(self, other):
        if not isinstance(other, _LiteralAlias):
            return NotImplemented
        return set((a, type(a)) for a in self.__args__) == set((a, type(a)) for a in other.__args__)

    def __hash__(self):
        return hash(frozenset((a, type(a)) for a in self.__args__))


class _CallableAlias(_GenericAlias):
    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and args[0] is ...:
            return f"typing.Callable[..., {_type_repr(args[1])}]"
        shown = ", ".join(_type_repr(a) for a in args[:-1])
        return f"typing.Callable[[{shown}], {_type_repr(args[-1])}]"


class _AnnotatedAlias(_GenericAlias):
    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        super().__init__(origin, origin, name="Annotated")
        self.__metadata__ = metadata

    def copy_with(self, args):
        return _AnnotatedAlias(args[0], self.__metadata__)

    def __repr__(self):
        metadata = ", ".join(repr(m) for m in self.__metadata__)
        return f"typing.Annotated[{_type_repr(self.__origin__)}, {metadata}]"

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __mro_entries__(self, bases):
        return (self.__origin__,)


class Annotated:
    def __new__(cls, *args, **kwargs):
        raise TypeError("Type Annotated cannot be instantiated.")

    def __class_getitem__(cls, params):
        if not isinstance(params, tuple) or len(params) < 2:
            raise TypeError(
                "Annotated[...] should be used with at least two arguments (a type and an annotation)."
            )
        if params[0] in (ClassVar, Final):
            origin = params[0]
        else:
            origin = _check(params[0], "Annotated[t, ...]: t must be a type.")
        return _AnnotatedAlias(origin, tuple(params[1:]))

    def __init_subclass__(cls, *args, **kwargs):
        raise TypeError(f"Cannot subclass {cls.__module__}.Annotated")


class _SpecialAlias(_BaseAlias):
    def __init__(self, origin, nparams, *, inst=True, name=None):
        super().__init__(origin, inst=inst, name=name or origin.__name__)
        self._nparams = nparams

    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        params = tuple(_check(p, "Parameters to generic types must be types.") for p in params)
        if self._nparams >= 0 and len(params) != self._nparams:
            few = "many" if len(params) > self._nparams else "few"
            raise TypeError(
                f"Too {few} arguments for {self}; actual {len(params)}, expected {self._nparams}"
            )
        return _GenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __repr__(self):
        return "typing." + self._name

    def __instancecheck__(self, obj):
        return issubclass(type(obj), self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)


class _TupleType(_SpecialAlias):
    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        if len(params) >= 2 and params[-1] is ...:
            head = tuple(_check(p, "Tuple[t0, t1, ...]: each t must be a type.") for p in params[:-1])
            return _GenericAlias(tuple, (*head, ...), name="Tuple")
        params = tuple(_check(p, "Tuple[t0, t1, ...]: each t must be a type.") for p in params)
        return _GenericAlias(tuple, params, name="Tuple")


class _CallableType(_SpecialAlias):
    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        args, result = params
        result = _check(result, "Callable[args, result]: result must be a type.")
        if args is ...:
            return _CallableAlias(self.__origin__, (..., result), name="Callable")
        if isinstance(args, list):
            args = tuple(_convert(arg) for arg in args)
        elif isinstance(args, (ParamSpec, _GenericAlias)):
            args = (args,)
        else:
            raise TypeError(
                "Callable[args, result]: args must be a list. Got " + _type_repr(args)
            )
        return _CallableAlias(self.__origin__, args + (result,), name="Callable")


class _TypeVarLike:
    def __repr__(self):
        if self.__covariant__:
            return "+" + self.__name__
        if self.__contravariant__:
            return "-" + self.__name__
        return "~" + self.__name__

    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]

    def __typing_subst__(self, arg):
        return arg

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class TypeVar(_TypeVarLike):
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        self.__name__ = name
        self.__constraints__ = tuple(_check(t, "") for t in constraints)
        self.__bound__ = None if bound is None else _check(bound, "Bound must be a type.")
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)


class ParamSpec(_TypeVarLike):
    def __init__(self, name, *, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self.__bound__ = bound
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.args = _ParamSpecPart(self, "args")
        self.kwargs = _ParamSpecPart(self, "kwargs")


class _ParamSpecPart:
    def __init__(self, origin, part):
        self.__origin__ = origin
        self._part = part

    def __repr__(self):
        return f"{self.__origin__.__name__}.{self._part}"


class TypeVarTuple(_TypeVarLike):
    def __init__(self, name):
        self.__name__ = name

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__


class Generic:
    __slots__ = ()
    _is_protocol = False

    def __class_getitem__(cls, params):
        if not isinstance(params, tuple):
            params = (params,)
        params = tuple(_convert(p) for p in params)
        if cls in (Generic, Protocol):
            if not params:
                raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
            if not all(isinstance(p, _TypeVarLike) or hasattr(p, "__typing_unpacked__") for p in params):
                raise TypeError(
                    f"Parameters to {cls.__name__}[...] must all be type variables "
                    f"or parameter specification variables."
                )
            if len(set(params)) != len(params):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
        else:
            parameters = getattr(cls, "__parameters__", ())
            if not parameters:
                raise TypeError(f"{cls} is not a generic class")
            variadic = any(isinstance(p, (TypeVarTuple, ParamSpec)) for p in parameters)
            if len(params) != len(parameters) and not variadic:
                _wrong_number(cls, params, parameters)
        return _GenericAlias(cls, params)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get("__orig_bases__")
        if bases is None:
            if Generic in cls.__bases__ and cls.__name__ != "Protocol":
                raise TypeError("Cannot inherit from plain Generic")
            bases = ()
        elif Generic in bases:
            raise TypeError("Cannot inherit from plain Generic")
        parameters = _collect_parameters(bases)
        for base in bases:
            if isinstance(base, _GenericAlias) and base.__origin__ is Generic:
                missing = [p for p in parameters if p not in base.__parameters__]
                if missing:
                    names = ", ".join(str(p) for p in missing)
                    listed = ", ".join(str(p) for p in base.__parameters__)
                    raise TypeError(
                        f"Some type variables ({names}) are not listed in Generic[{listed}]"
                    )
                parameters = base.__parameters__
        cls.__parameters__ = tuple(parameters)


class _ProtocolMeta(_ABCMeta):
    def __instancecheck__(cls, instance):
        if cls.__dict__.get("_is_protocol"):
            if not cls.__dict__.get("_is_runtime_protocol"):
                raise TypeError(
                    "Instance and class checks can only be used with @runtime_checkable protocols"
                )
            return all(
                hasattr(instance, name)
                and not (callable(getattr(cls, name, None)) and getattr(instance, name) is None)
                for name in _protocol_names(cls)
            )
        return super().__instancecheck__(instance)

    def __subclasscheck__(cls, other):
        if cls.__dict__.get("_is_protocol") and cls is not Protocol:
            if not cls.__dict__.get("_is_runtime_protocol"):
                raise TypeError(
                    "Instance and class checks can only be used with @runtime_checkable protocols"
                )
            return all(hasattr(other, name) for name in _protocol_names(cls))
        return super().__subclasscheck__(other)


def _protocol_names(cls):
    names = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in ("Protocol", "Generic"):
            continue
        for name in list(base.__dict__) + list(base.__dict__.get("__annotations__", {})):
            if not name.startswith("_abc_") and name not in (
                "__abstractmethods__", "__annotations__", "__dict__", "__doc__", "__init__",
                "__module__", "__new__", "__parameters__", "__orig_bases__", "__slots__",
                "__subclasshook__", "__weakref__", "__class_getitem__", "__qualname__",
                "_is_protocol", "_is_runtime_protocol", "__firstlineno__", "__static_attributes__",
            ):
                names.add(name)
    return names


def _no_init(self, *args, **kwargs):
    if type(self)._is_protocol:
        raise TypeError("Protocols cannot be instantiated")


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get("_is_protocol", False):
            cls._is_protocol = any(base is Protocol for base in cls.__bases__)
        if cls._is_protocol and cls.__init__ is object.__init__:
            cls.__init__ = _no_init


def runtime_checkable(cls):
    if not getattr(cls, "_is_protocol", False):
        raise TypeError(
            "@runtime_checkable can be only applied to protocol classes, got %r" % cls
        )
    cls._is_runtime_protocol = True
    return cls


def _method_protocol(name, method):
    namespace = {"__module__": "typing", "_is_protocol": True, "__slots__": ()}
    namespace[method] = _abstractmethod(lambda self: None)
    return runtime_checkable(_ProtocolMeta(name, (Protocol,), namespace))


SupportsInt = _method_protocol("SupportsInt", "__int__")
SupportsFloat = _method_protocol("SupportsFloat", "__float__")
SupportsIndex = _method_protocol("SupportsIndex", "__index__")
SupportsAbs = _method_protocol("SupportsAbs", "__abs__")
SupportsRound = _method_protocol("SupportsRound", "__round__")

List = _SpecialAlias(list, 1, inst=False, name="List")
Dict = _SpecialAlias(dict, 2, inst=False, name="Dict")
Set = _SpecialAlias(set, 1, inst=False, name="Set")
FrozenSet = _SpecialAlias(frozenset, 1, inst=False, name="FrozenSet")
Type = _SpecialAlias(type, 1, inst=False, name="Type")
Tuple = _TupleType(tuple, -1, inst=False, name="Tuple")
Callable = _CallableType(_abc.Callable, 2)
Hashable = _SpecialAlias(_abc.Hashable, 0)
Sized = _SpecialAlias(_abc.Sized, 0)
Awaitable = _SpecialAlias(_abc.Awaitable, 1)
Iterable = _SpecialAlias(_abc.Iterable, 1)
Iterator = _SpecialAlias(_abc.Iterator, 1)
Reversible = _SpecialAlias(_abc.Reversible, 1)
Container = _SpecialAlias(_abc.Container, 1)
Collection = _SpecialAlias(_abc.Collection, 1)
AbstractSet = _SpecialAlias(_abc.Set, 1, name="AbstractSet")
MutableSet = _SpecialAlias(_abc.MutableSet, 1)
Mapping = _SpecialAlias(_abc.Mapping, 2)
MutableMapping = _SpecialAlias(_abc.MutableMapping, 2)
Sequence = _SpecialAlias(_abc.Sequence, 1)
MutableSequence = _SpecialAlias(_abc.MutableSequence, 1)
MappingView = _SpecialAlias(_abc.MappingView, 1)
KeysView = _SpecialAlias(_abc.KeysView, 1)
ItemsView = _SpecialAlias(_abc.ItemsView, 2)
ValuesView = _SpecialAlias(_abc.ValuesView, 1)
Generator = _SpecialAlias(_abc.Generator, 3)
T = TypeVar("T")
KT = TypeVar("KT")
VT = TypeVar("VT")
T_co = TypeVar("T_co", covariant=True)
AnyStr = TypeVar("AnyStr", bytes, str)
Text = str


def __getattr__(name):
    # What stands for a class of a module that few programs need is made when it is asked for.
    if name in ("DefaultDict", "OrderedDict", "Counter", "Deque", "ChainMap"):
        import collections

        origin = getattr(collections, {"DefaultDict": "defaultdict", "Deque": "deque"}.get(name, name))
        alias = _SpecialAlias(origin, 1 if name in ("Counter", "Deque") else 2, name=name)
    elif name in ("ContextManager", "AsyncContextManager"):
        import contextlib

        alias = _SpecialAlias(contextlib.AbstractContextManager, 1, name=name)
    elif name in ("Pattern", "Match"):
        import re

        alias = _SpecialAlias(getattr(re, name), 1, name=name)
    else:
        raise AttributeError(f"module 'typing' has no attribute {name!r}")
    globals()[name] = alias
    return alias


class NewType:
    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[-1]
        self.__supertype__ = tp
        self.__module__ = "__main__"

    def __call__(self, x):
        return x

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        from collections import namedtuple

        types = {name: _convert(kind) for name, kind in ns.get("__annotations__", {}).items()}
        defaults = []
        for name in types:
            if name in ns:
                defaults.append(ns[name])
            elif defaults:
                s = "s" if len(defaults) > 1 else ""
                given = ", ".join(n for n in types if n in ns)
                raise TypeError(
                    f"Non-default namedtuple field {name} cannot follow default field{s} {given}"
                )
        made = namedtuple(typename, types, defaults=defaults)
        made.__module__ = ns["__module__"]
        made.__annotations__ = types
        for key, value in ns.items():
            if key in ("__new__", "__init__", "__slots__", "__getnewargs__", "_fields"):
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in types and key not in ("__module__", "__annotations__"):
                setattr(made, key, value)
                if hasattr(type(value), "__set_name__"):
                    value.__set_name__(made, key)
        return made


class _NamedTuple:
    def __call__(self, typename, fields=(), /, **kwargs):
        from collections import namedtuple

        fields = list(fields) or list(kwargs.items())
        made = namedtuple(typename, [name for name, _ in fields])
        made.__annotations__ = {name: _convert(kind) for name, kind in fields}
        made.__module__ = "__main__"
        return made

    def __mro_entries__(self, bases):
        return (_NamedTupleBase,)

    def __repr__(self):
        return "<function NamedTuple>"


NamedTuple = _NamedTuple()
_NamedTupleBase = type.__new__(NamedTupleMeta, "NamedTuple", (), {})


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        annotations, required, optional = {}, set(), set()
        for base in bases:
            annotations.update(base.__dict__.get("__annotations__", {}))
            required |= base.__dict__.get("__required_keys__", set())
            optional |= base.__dict__.get("__optional_keys__", set())
        for key, kind in ns.get("__annotations__", {}).items():
            kind = annotations[key] = _convert(kind)
            origin = getattr(kind, "__origin__", None)
            needed = origin is Required or (total and origin is not NotRequired)
            (required if needed else optional).add(key)
        made = type.__new__(cls, name, (dict,), {**ns, "__annotations__": annotations})
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__total__ = total
        return made

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    __instancecheck__ = __subclasscheck__


class _TypedDict:
    def __call__(self, typename, fields=None, /, *, total=True, **kwargs):
        ns = {"__annotations__": dict(fields or kwargs), "__module__": "__main__"}
        return _TypedDictMeta(typename, (), ns, total=total)

    def __mro_entries__(self, bases):
        return (_TypedDictBase,)

    def __repr__(self):
        return "<function TypedDict>"


TypedDict = _TypedDict()
_TypedDictBase = type.__new__(_TypedDictMeta, "TypedDict", (), {})


def cast(typ, val):
    return val


def assert_type(val, typ, /):
    return val


def assert_never(arg, /):
    value = repr(arg)
    if len(value) > 100:
        value = value[:100] + "..."
    raise AssertionError(f"Expected code to be unreachable, but got: {value}")


def reveal_type(obj, /):
    import sys

    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def overload(func):
    return _overload_dummy


def _overload_dummy(*args, **kwds):
    raise NotImplementedError(
        "You should not call an overloaded function. A series of @overload-decorated functions "
        "outside a stub module should always be followed by an implementation that is not "
        "@overload-ed."
    )


def final(f):
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def no_type_check(arg):
    arg.__no_type_check__ = True
    return arg


def dataclass_transform(**kwargs):
    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = kwargs
        return cls_or_fn

    return decorator


def _resolve(kind, globalns, localns):
    if isinstance(kind, str):
        kind = ForwardRef(kind)
    if isinstance(kind, ForwardRef):
        return kind._evaluate(globalns, localns)
    if isinstance(kind, (_GenericAlias, _GenericAliasType, _UnionType)):
        args = tuple(_resolve(arg, globalns, localns) for arg in kind.__args__)
        if args == kind.__args__:
            return kind
        if isinstance(kind, _GenericAliasType):
            return _GenericAliasType(kind.__origin__, args)
        if isinstance(kind, _UnionType):
            result = args[0]
            for arg in args[1:]:
                result = result | arg
            return result
        return kind.copy_with(args)
    return kind


def _strip_annotated(kind):
    if isinstance(kind, _AnnotatedAlias):
        return _strip_annotated(kind.__origin__)
    if isinstance(kind, _GenericAlias) and kind.__origin__ in (Required, NotRequired):
        return _strip_annotated(kind.__args__[0])
    if isinstance(kind, (_GenericAlias, _GenericAliasType)):
        args = tuple(_strip_annotated(arg) for arg in kind.__args__)
        if args != kind.__args__:
            if isinstance(kind, _GenericAliasType):
                return _GenericAliasType(kind.__origin__, args)
            return kind.copy_with(args)
    return kind


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    import sys

    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            module = sys.modules.get(base.__module__, None)
            names = globalns if globalns is not None else getattr(module, "__dict__", {})
            own = localns if localns is not None else dict(vars(base))
            for name, kind in base.__dict__.get("__annotations__", {}).items():
                hints[name] = _resolve(_convert(kind), names, own)
    else:
        if globalns is None:
            function = obj
            while hasattr(function, "__wrapped__"):
                function = function.__wrapped__
            globalns = getattr(function, "__globals__", {})
            if hasattr(obj, "__dict__") and not hasattr(function, "__globals__"):
                globalns = obj.__dict__
        annotations = getattr(obj, "__annotations__", None)
        if annotations is None:
            raise TypeError("{!r} is not a module, class, method, or function.".format(obj))
        for name, kind in annotations.items():
            hints[name] = _resolve(_convert(kind), globalns, localns)
    if include_extras:
        return hints
    return {name: _strip_annotated(kind) for name, kind in hints.items()}


def get_origin(tp):
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_BaseAlias, _GenericAliasType, _ParamSpecPart)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    if isinstance(tp, _UnionType):
        return _UnionType
    return None


def get_args(tp):
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__,) + tp.__metadata__
    if isinstance(tp, (_GenericAlias, _GenericAliasType)):
        args = tp.__args__
        if isinstance(tp, _CallableAlias) and not (len(args) == 2 and args[0] is ...):
            args = (list(args[:-1]), args[-1])
        return args
    if isinstance(tp, _UnionType):
        return tp.__args__
    return ()


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)


__all__ = [
    name for name in globals()
    if not name.startswith("_") and name not in ("T", "KT", "VT", "T_co", "NamedTupleMeta")
] + ["DefaultDict", "OrderedDict", "Counter", "Deque", "ChainMap", "ContextManager", "Pattern", "Match"]
