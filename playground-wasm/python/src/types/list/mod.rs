//! `list`

mod methods;
mod operators;
mod sort;
mod subscript;

pub(super) use methods::bound;
pub(crate) use sort::sorted_by;

use crate::object::{ClassDef, Layout, MethodDef};
use crate::types::define::{class_method, method, static_method};

/// `list`
pub static CLASS: ClassDef = ClassDef {
    name: "list",
    module: "builtins",
    layout: Layout::List,
    subclassable: true,
    methods: METHODS,
    doc: "A mutable sequence.",
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
    method("__getitem__", subscript::get_item),
    method("__setitem__", subscript::set_item),
    method("__delitem__", subscript::delete_item),
    method("__add__", operators::add),
    method("__iadd__", operators::iadd),
    method("__mul__", operators::mul),
    method("__rmul__", operators::mul),
    method("__imul__", operators::imul),
    method("__eq__", operators::eq),
    method("__lt__", operators::lt),
    method("__le__", operators::le),
    method("__gt__", operators::gt),
    method("__ge__", operators::ge),
    class_method("__class_getitem__", super::generic_alias::class_getitem),
    method("append", methods::append),
    method("clear", methods::clear),
    method("copy", methods::copy),
    method("count", methods::count),
    method("extend", methods::extend),
    method("index", methods::index),
    method("insert", methods::insert),
    method("pop", methods::pop),
    method("remove", methods::remove),
    method("reverse", methods::reverse),
    method("sort", sort::sort),
];
