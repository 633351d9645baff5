//! `str`

mod cases;
mod chars;
mod classify;
pub(crate) mod encode;
mod format;
mod iterator;
mod operators;
mod percent;
pub(crate) mod repr;
mod search;
mod split;
mod translate;
mod trim;

pub(crate) use chars::{digit_value, is_identifier, is_space};

use crate::object::{ClassDef, Layout, MethodDef, Value};
use crate::types::define::{method, static_method};
use crate::vm::{Result, Vm};

/// `str`
pub static CLASS: ClassDef = ClassDef {
    name: "str",
    module: "builtins",
    layout: Layout::Str,
    subclassable: true,
    methods: METHODS,
    doc: "A string of Unicode characters.",
};

const METHODS: &[MethodDef] = &[
    static_method("__new__", operators::new),
    method("__repr__", operators::repr),
    method("__str__", operators::str),
    method("__hash__", operators::hash),
    method("__len__", operators::len),
    method("__iter__", iterator::iter),
    method("__contains__", operators::contains),
    method("__getitem__", operators::get_item),
    method("__add__", operators::add),
    method("__mul__", operators::mul),
    method("__rmul__", operators::mul),
    method("__mod__", percent::modulo),
    method("__rmod__", percent::reflected_modulo),
    method("__eq__", operators::eq),
    method("__lt__", operators::lt),
    method("__le__", operators::le),
    method("__gt__", operators::gt),
    method("__ge__", operators::ge),
    method("__format__", operators::format),
    method("capitalize", cases::capitalize),
    method("casefold", cases::casefold),
    method("lower", cases::lower),
    method("swapcase", cases::swapcase),
    method("title", cases::title),
    method("upper", cases::upper),
    method("isalnum", classify::isalnum),
    method("isalpha", classify::isalpha),
    method("isascii", classify::isascii),
    method("isdecimal", classify::isdecimal),
    method("isdigit", classify::isdigit),
    method("isidentifier", classify::isidentifier),
    method("islower", classify::islower),
    method("isnumeric", classify::isnumeric),
    method("isprintable", classify::isprintable),
    method("isspace", classify::isspace),
    method("istitle", classify::istitle),
    method("isupper", classify::isupper),
    method("encode", encode::encode_method),
    method("format", format::format),
    method("format_map", format::format_map),
    method("count", search::count),
    method("find", search::find),
    method("index", search::index),
    method("rfind", search::rfind),
    method("rindex", search::rindex),
    method("startswith", search::startswith),
    method("endswith", search::endswith),
    method("replace", search::replace),
    method("removeprefix", search::removeprefix),
    method("removesuffix", search::removesuffix),
    method("split", split::split),
    method("rsplit", split::rsplit),
    method("splitlines", split::splitlines),
    method("partition", split::partition),
    method("rpartition", split::rpartition),
    method("join", split::join),
    method("strip", trim::strip),
    method("lstrip", trim::lstrip),
    method("rstrip", trim::rstrip),
    method("center", trim::center),
    method("ljust", trim::ljust),
    method("rjust", trim::rjust),
    method("zfill", trim::zfill),
    method("expandtabs", trim::expandtabs),
    static_method("maketrans", translate::maketrans),
    method("translate", translate::translate),
];

/// An argument that must be a string: `expected` is how the message begins, `replace() argument 1 must be str`.
fn text<'a>(vm: &mut Vm, value: &'a Value, expected: &str) -> Result<&'a str> {
    match value.as_str() {
        Some(text) => Ok(text),
        None => {
            let name = vm.type_name(value);
            let name = if value.is_none() {
                "None"
            } else {
                name.as_str()
            };
            Err(vm.type_error(format!("{expected}, not {name}")))
        }
    }
}
