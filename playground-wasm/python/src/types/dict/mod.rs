//! `dict`

mod methods;
mod operators;
mod update;
pub mod views;

pub(crate) use update::{items_of, merge};

use crate::object::{ClassDef, Layout, MethodDef};
use crate::types::define::{class_method, method, static_method};

/// `dict`
pub static CLASS: ClassDef = ClassDef {
    name: "dict",
    module: "builtins",
    layout: Layout::Dict,
    subclassable: true,
    methods: METHODS,
    doc: "Keys and their values, in order of insertion.",
};

const METHODS: &[MethodDef] = &[
    static_method("__new__", operators::new),
    method("__init__", operators::init),
    method("__repr__", operators::repr),
    method("__hash__", operators::unhashable),
    method("__len__", operators::len),
    method("__iter__", operators::iter),
    method("__reversed__", operators::reversed),
    method("__contains__", operators::contains),
    method("__getitem__", operators::get_item),
    method("__setitem__", operators::set_item),
    method("__delitem__", operators::delete_item),
    method("__eq__", operators::eq),
    method("__or__", operators::or),
    method("__ror__", operators::ror),
    method("__ior__", operators::ior),
    class_method("__class_getitem__", super::generic_alias::class_getitem),
    class_method("fromkeys", methods::fromkeys),
    method("clear", methods::clear),
    method("copy", methods::copy),
    method("get", methods::get),
    method("pop", methods::pop),
    method("popitem", methods::popitem),
    method("setdefault", methods::setdefault),
    method("update", methods::update),
    method("keys", views::keys),
    method("values", views::values),
    method("items", views::items),
];
