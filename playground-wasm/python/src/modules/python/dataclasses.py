__all__ = [
    "dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields",
    "asdict", "astuple", "make_dataclass", "replace", "is_dataclass",
]
_mappingproxy = type(type.__dict__)
_FIELDS = "__dataclass_fields__"
_PARAMS = "__dataclass_params__"


class FrozenInstanceError(AttributeError):
    pass


class _Named:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD = _Named("_FIELD")
_FIELD_CLASSVAR = _Named("_FIELD_CLASSVAR")
_FIELD_INITVAR = _Named("_FIELD_INITVAR")


class _MISSING_TYPE:
    pass


class _KW_ONLY_TYPE:
    pass


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return "<factory>"


MISSING = _MISSING_TYPE()
KW_ONLY = _KW_ONLY_TYPE()
_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()


class InitVar:
    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        name = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return f"dataclasses.InitVar[{name}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    __slots__ = (
        "name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata",
        "kw_only", "_field_type",
    )

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _mappingproxy({} if metadata is None else metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        return (
            f"Field(name={self.name!r},type={self.type!r},default={self.default!r},"
            f"default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},"
            f"hash={self.hash!r},compare={self.compare!r},metadata={self.metadata!r},"
            f"kw_only={self.kw_only!r},_field_type={self._field_type})"
        )

    def __set_name__(self, owner, name):
        func = getattr(type(self.default), "__set_name__", None)
        if func:
            func(self.default, owner, name)


class _DataclassParams:
    def __init__(self, init, repr, eq, order, unsafe_hash, frozen):
        self.init, self.repr, self.eq = init, repr, eq
        self.order, self.unsafe_hash, self.frozen = order, unsafe_hash, frozen

    def __repr__(self):
        return (
            f"_DataclassParams(init={self.init!r},repr={self.repr!r},eq={self.eq!r},"
            f"order={self.order!r},unsafe_hash={self.unsafe_hash!r},frozen={self.frozen!r})"
        )


def field(
    *, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True,
    metadata=None, kw_only=MISSING,
):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _is_kind(annotation, *names):
    # An annotation that is a string is judged by what it begins with.
    if isinstance(annotation, str):
        head = annotation.split("[")[0].strip()
        return head.split(".")[-1] in names
    text = repr(annotation).split("[")[0]
    return text in ["typing." + name for name in names]


def _get_field(cls, name, annotation, default_kw_only):
    slots = cls.__dict__.get("__slots__", ())
    default = MISSING if name in slots else getattr(cls, name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        f = field(default=default)
    f.name, f.type = name, annotation
    f._field_type = _FIELD
    if _is_kind(annotation, "ClassVar"):
        f._field_type = _FIELD_CLASSVAR
    elif isinstance(annotation, InitVar) or annotation is InitVar or (
        isinstance(annotation, str) and _is_kind(annotation, "InitVar")
    ):
        f._field_type = _FIELD_INITVAR
    if f._field_type in (_FIELD_CLASSVAR, _FIELD_INITVAR):
        if f.default_factory is not MISSING:
            raise TypeError(f"field {f.name} cannot have a default factory")
    if f._field_type in (_FIELD, _FIELD_INITVAR):
        if f.kw_only is MISSING:
            f.kw_only = default_kw_only
    elif f.kw_only is not MISSING:
        raise TypeError(f"field {f.name} is a ClassVar but specifies kw_only")
    if f._field_type is _FIELD and f.default.__class__.__hash__ in _unhashable:
        raise ValueError(
            f"mutable default {type(f.default)} for field {f.name} is not allowed: "
            f"use default_factory"
        )
    return f


_unhashable = (None, list.__hash__, dict.__hash__, set.__hash__)


def _create_fn(cls, name, args, body, locals=None):
    # Made of text, so that a wrong call is reported as for a function written by hand.
    locals = dict(locals or {})
    locals["__dataclass_type__"] = cls
    text = f" def {name}({', '.join(args)}):\n" + "\n".join("  " + line for line in body)
    outer = f"def __create_fn__({', '.join(locals)}):\n{text}\n return {name}"
    namespace = {}
    exec(outer, {}, namespace)
    function = namespace["__create_fn__"](**locals)
    function.__qualname__ = f"{cls.__qualname__}.{name}"
    function.__module__ = cls.__module__
    return function


def _init_param(f):
    if f.default is MISSING and f.default_factory is MISSING:
        default = ""
    elif f.default is not MISSING:
        default = f"=_dflt_{f.name}"
    else:
        default = "=_HAS_DEFAULT_FACTORY"
    return f"{f.name}{default}"


def _init_fn(cls, fields, frozen, has_post_init):
    std = [f for f in fields if f.init and not f.kw_only]
    kw_only = [f for f in fields if f.init and f.kw_only]
    seen_default = False
    for f in std:
        if not (f.default is MISSING and f.default_factory is MISSING):
            seen_default = True
        elif seen_default:
            raise TypeError(f"non-default argument {f.name!r} follows default argument")
    self_name = "__dataclass_self__" if "self" in [f.name for f in fields] else "self"
    locals = {"_HAS_DEFAULT_FACTORY": _HAS_DEFAULT_FACTORY, "_set": object.__setattr__}
    body = []
    for f in fields:
        if f.default is not MISSING:
            locals[f"_dflt_{f.name}"] = f.default
        if f.default_factory is not MISSING:
            locals[f"_factory_{f.name}"] = f.default_factory
            value = f"_factory_{f.name}()"
            if f.init:
                value += f" if {f.name} is _HAS_DEFAULT_FACTORY else {f.name}"
        elif f.init:
            value = f.name
        elif f.default is not MISSING and "__slots__" in cls.__dict__:
            value = f"_dflt_{f.name}"
        else:
            continue
        if f._field_type is _FIELD_INITVAR:
            continue
        if frozen:
            body.append(f"_set({self_name}, {f.name!r}, {value})")
        else:
            body.append(f"{self_name}.{f.name} = {value}")
    if has_post_init:
        params = ", ".join(f.name for f in fields if f._field_type is _FIELD_INITVAR)
        body.append(f"{self_name}.__post_init__({params})")
    params = [self_name] + [_init_param(f) for f in std]
    if kw_only:
        params += ["*"] + [_init_param(f) for f in kw_only]
    function = _create_fn(cls, "__init__", params, body or ["pass"], locals)
    function.__annotations__ = {f.name: f.type for f in fields if f.init}
    function.__annotations__["return"] = None
    return function


_active = []


def _repr_fn(cls, fields):
    names = [f.name for f in fields if f.repr]

    def __repr__(self):
        if any(other is self for other in _active):
            return "..."
        _active.append(self)
        try:
            values = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        finally:
            _active.pop()
        return f"{self.__class__.__qualname__}({values})"

    return __repr__


def _compare_fn(op, names):
    compare = {
        "__eq__": lambda a, b: a == b,
        "__lt__": lambda a, b: a < b,
        "__le__": lambda a, b: a <= b,
        "__gt__": lambda a, b: a > b,
        "__ge__": lambda a, b: a >= b,
    }[op]

    def method(self, other):
        if other.__class__ is self.__class__:
            return compare(
                tuple([getattr(self, name) for name in names]),
                tuple([getattr(other, name) for name in names]),
            )
        return NotImplemented

    method.__name__ = op
    return method


def _hash_fn(names):
    def __hash__(self):
        return hash(tuple([getattr(self, name) for name in names]))

    return __hash__


def _frozen_fns(cls, names):
    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    return __setattr__, __delattr__


def _set_new_attribute(cls, name, value):
    if name in cls.__dict__:
        return True
    if hasattr(value, "__qualname__"):
        value.__qualname__ = f"{cls.__qualname__}.{name}"
    setattr(cls, name, value)
    return False


def _process_class(
    cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot
):
    fields = {}
    setattr(cls, _PARAMS, _DataclassParams(init, repr, eq, order, unsafe_hash, frozen))
    any_frozen_base = has_dataclass_bases = False
    for base in cls.__mro__[-1:0:-1]:
        base_fields = getattr(base, _FIELDS, None)
        if base_fields is not None:
            has_dataclass_bases = True
            fields.update(base_fields)
            if getattr(base, _PARAMS).frozen:
                any_frozen_base = True
    own = []
    keyword_only = kw_only
    for name, annotation in cls.__dict__.get("__annotations__", {}).items():
        if annotation is KW_ONLY or (
            isinstance(annotation, str) and _is_kind(annotation, "KW_ONLY")
        ):
            keyword_only = True
            continue
        own.append(_get_field(cls, name, annotation, keyword_only))
    for f in own:
        fields[f.name] = f
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in cls.__dict__.get("__annotations__", {}):
            raise TypeError(f"{name!r} is a field but has no type annotation")
    if has_dataclass_bases:
        if any_frozen_base and not frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if not any_frozen_base and frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    setattr(cls, _FIELDS, fields)
    class_hash = cls.__dict__.get("__hash__", MISSING)
    has_explicit_hash = not (
        class_hash is MISSING or (class_hash is None and "__eq__" in cls.__dict__)
    )
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    all_init = [f for f in fields.values() if f._field_type in (_FIELD, _FIELD_INITVAR)]
    if init:
        has_post_init = hasattr(cls, "__post_init__")
        _set_new_attribute(cls, "__init__", _init_fn(cls, all_init, frozen, has_post_init))
    field_list = [f for f in fields.values() if f._field_type is _FIELD]
    if repr:
        _set_new_attribute(cls, "__repr__", _repr_fn(cls, field_list))
    compared = [f.name for f in field_list if f.compare]
    if eq:
        _set_new_attribute(cls, "__eq__", _compare_fn("__eq__", compared))
    if order:
        for name in ("__lt__", "__le__", "__gt__", "__ge__"):
            if _set_new_attribute(cls, name, _compare_fn(name, compared)):
                raise TypeError(
                    f"Cannot overwrite attribute {name} in class {cls.__name__}. "
                    f"Consider using functools.total_ordering"
                )
    if frozen:
        for fn in _frozen_fns(cls, {f.name for f in field_list}):
            if _set_new_attribute(cls, fn.__name__, fn):
                raise TypeError(
                    f"Cannot overwrite attribute {fn.__name__} in class {cls.__name__}"
                )
    hashed = [f.name for f in field_list if (f.compare if f.hash is None else f.hash)]
    if unsafe_hash:
        if has_explicit_hash:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
        cls.__hash__ = _hash_fn(hashed)
    elif eq and not has_explicit_hash:
        cls.__hash__ = _hash_fn(hashed) if frozen else None
    if not getattr(cls, "__doc__"):
        text = ", ".join(_parameter_text(f) for f in all_init if f.init)
        cls.__doc__ = f"{cls.__name__}({text})"
    if match_args:
        names = tuple(f.name for f in all_init if f.init and not f.kw_only)
        _set_new_attribute(cls, "__match_args__", names)
    if slots:
        cls = _add_slots(cls, [f.name for f in field_list], weakref_slot)
    elif weakref_slot:
        raise TypeError("weakref_slot is True but slots is False")
    return cls


def _parameter_text(f):
    if isinstance(f.type, str):
        annotation = repr(f.type)
    elif isinstance(f.type, type) and not hasattr(f.type, "__args__"):
        module = "" if f.type.__module__ == "builtins" else f.type.__module__ + "."
        annotation = module + f.type.__qualname__
    else:
        annotation = repr(f.type).replace("typing.", "typing.")
    if f.default is not MISSING:
        return f"{f.name}: {annotation} = {f.default!r}"
    if f.default_factory is not MISSING:
        return f"{f.name}: {annotation} = <factory>"
    return f"{f.name}: {annotation}"


def _add_slots(cls, names, weakref_slot):
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    namespace = dict(cls.__dict__)
    inherited = {
        name for base in cls.__mro__[1:-1] for name in base.__dict__.get("__slots__", ())
    }
    namespace["__slots__"] = tuple(name for name in names if name not in inherited)
    if weakref_slot:
        namespace["__slots__"] += ("__weakref__",)
    for name in names:
        namespace.pop(name, None)
    namespace.pop("__dict__", None)
    namespace.pop("__weakref__", None)
    qualname = cls.__qualname__
    cls = type(cls)(cls.__name__, cls.__bases__, namespace)
    cls.__qualname__ = qualname
    return cls


def dataclass(
    cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
    match_args=True, kw_only=False, slots=False, weakref_slot=False,
):
    def wrap(cls):
        return _process_class(
            cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot
        )

    if cls is None:
        return wrap
    return wrap(cls)


def fields(class_or_instance):
    try:
        fields = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple(f for f in fields.values() if f._field_type is _FIELD)


def is_dataclass(obj):
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, _FIELDS)


def asdict(obj, *, dict_factory=dict):
    if not hasattr(type(obj), _FIELDS):
        raise TypeError("asdict() should be called on dataclass instances")
    return _asdict_inner(obj, dict_factory)


def _asdict_inner(obj, dict_factory):
    if hasattr(type(obj), _FIELDS):
        return dict_factory(
            [(f.name, _asdict_inner(getattr(obj, f.name), dict_factory)) for f in fields(obj)]
        )
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return type(obj)(*[_asdict_inner(v, dict_factory) for v in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)(_asdict_inner(v, dict_factory) for v in obj)
    if isinstance(obj, dict):
        return type(obj)(
            (_asdict_inner(k, dict_factory), _asdict_inner(v, dict_factory)) for k, v in obj.items()
        )
    return _deepcopy(obj)


def _deepcopy(obj):
    if obj is None or isinstance(obj, (int, float, str, bytes)):
        return obj
    from copy import deepcopy

    return deepcopy(obj)


def astuple(obj, *, tuple_factory=tuple):
    if not hasattr(type(obj), _FIELDS):
        raise TypeError("astuple() should be called on dataclass instances")
    return _astuple_inner(obj, tuple_factory)


def _astuple_inner(obj, tuple_factory):
    if hasattr(type(obj), _FIELDS):
        return tuple_factory([_astuple_inner(getattr(obj, f.name), tuple_factory) for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return type(obj)(*[_astuple_inner(v, tuple_factory) for v in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)(_astuple_inner(v, tuple_factory) for v in obj)
    if isinstance(obj, dict):
        return type(obj)(
            (_astuple_inner(k, tuple_factory), _astuple_inner(v, tuple_factory))
            for k, v in obj.items()
        )
    return _deepcopy(obj)


def make_dataclass(
    cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
    unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False,
):
    namespace = dict(namespace or {})
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            name, annotation = item, "typing.Any"
        elif len(item) == 2:
            name, annotation = item
        elif len(item) == 3:
            name, annotation, namespace[item[0]] = item
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if name in annotations:
            raise TypeError(f"Field name duplicated: {name!r}")
        annotations[name] = annotation
    namespace["__annotations__"] = annotations
    namespace.setdefault("__module__", "types")
    cls = type(cls_name, bases, namespace)
    return dataclass(
        cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
        match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot,
    )


def replace(obj, /, **changes):
    if not hasattr(type(obj), _FIELDS):
        raise TypeError("replace() should be called on dataclass instances")
    for f in getattr(obj, _FIELDS).values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise ValueError(
                    f"field {f.name} is declared with init=False, it cannot be specified with "
                    f"replace()"
                )
            continue
        if f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise ValueError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)
