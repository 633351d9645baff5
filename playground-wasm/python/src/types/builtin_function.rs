//! `builtin_function_or_method`.

use crate::object::{ClassDef, Layout};

/// The class.
pub static CLASS: ClassDef = ClassDef {
    name: "builtin_function_or_method",
    module: "builtins",
    layout: Layout::Native,
    subclassable: false,
    methods: &[],
    doc: "",
};
