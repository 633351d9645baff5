//! `set` and `frozenset`

pub(crate) mod algebra;
mod methods;
mod operators;

use crate::object::{ClassDef, Layout, MethodDef};
use crate::types::define::{class_method, method, static_method};

/// `set`
pub static CLASS: ClassDef = ClassDef {
    name: "set",
    module: "builtins",
    layout: Layout::Set,
    subclassable: true,
    methods: SET,
    doc: "Unordered distinct hashable objects.",
};

/// `frozenset`
pub static FROZEN: ClassDef = ClassDef {
    name: "frozenset",
    module: "builtins",
    layout: Layout::Set,
    subclassable: true,
    methods: FROZENSET,
    doc: "An immutable set.",
};

const FROZENSET: &[MethodDef] = &[
    static_method("__new__", operators::new_frozen),
    method("__hash__", operators::hash_frozen),
    method("__repr__", operators::repr),
    method("__len__", operators::len),
    method("__iter__", operators::iter),
    method("__contains__", operators::contains),
    method("__eq__", operators::eq),
    method("__lt__", operators::lt),
    method("__le__", operators::le),
    method("__gt__", operators::gt),
    method("__ge__", operators::ge),
    method("__and__", operators::and),
    method("__rand__", operators::rand),
    method("__or__", operators::or),
    method("__ror__", operators::ror),
    method("__sub__", operators::sub),
    method("__rsub__", operators::rsub),
    method("__xor__", operators::xor),
    method("__rxor__", operators::rxor),
    class_method("__class_getitem__", super::generic_alias::class_getitem),
    method("copy", methods::copy),
    method("difference", methods::difference),
    method("intersection", methods::intersection),
    method("isdisjoint", methods::isdisjoint),
    method("issubset", methods::issubset),
    method("issuperset", methods::issuperset),
    method("symmetric_difference", methods::symmetric_difference),
    method("union", methods::union),
];

const SET: &[MethodDef] = &[
    static_method("__new__", operators::new),
    method("__init__", operators::init),
    method("__hash__", operators::unhashable),
    method("__repr__", operators::repr),
    method("__len__", operators::len),
    method("__iter__", operators::iter),
    method("__contains__", operators::contains),
    method("__eq__", operators::eq),
    method("__lt__", operators::lt),
    method("__le__", operators::le),
    method("__gt__", operators::gt),
    method("__ge__", operators::ge),
    method("__and__", operators::and),
    method("__rand__", operators::rand),
    method("__iand__", operators::iand),
    method("__or__", operators::or),
    method("__ror__", operators::ror),
    method("__ior__", operators::ior),
    method("__sub__", operators::sub),
    method("__rsub__", operators::rsub),
    method("__isub__", operators::isub),
    method("__xor__", operators::xor),
    method("__rxor__", operators::rxor),
    method("__ixor__", operators::ixor),
    class_method("__class_getitem__", super::generic_alias::class_getitem),
    method("add", methods::add),
    method("clear", methods::clear),
    method("copy", methods::copy),
    method("difference", methods::difference),
    method("difference_update", methods::difference_update),
    method("discard", methods::discard),
    method("intersection", methods::intersection),
    method("intersection_update", methods::intersection_update),
    method("isdisjoint", methods::isdisjoint),
    method("issubset", methods::issubset),
    method("issuperset", methods::issuperset),
    method("pop", methods::pop),
    method("remove", methods::remove),
    method("symmetric_difference", methods::symmetric_difference),
    method(
        "symmetric_difference_update",
        methods::symmetric_difference_update,
    ),
    method("union", methods::union),
    method("update", methods::update),
];
