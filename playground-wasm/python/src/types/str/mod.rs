//! `str`

use crate::object::{ClassDef, Layout};

/// `str`
pub static CLASS: ClassDef = ClassDef {
    name: "str",
    module: "builtins",
    layout: Layout::Str,
    subclassable: true,
    methods: &[],
    doc: "A string of Unicode characters.",
};
