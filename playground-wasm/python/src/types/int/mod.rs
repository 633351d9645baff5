//! `int`

use crate::object::{ClassDef, Layout};

/// `int`
pub static CLASS: ClassDef = ClassDef {
    name: "int",
    module: "builtins",
    layout: Layout::Int,
    subclassable: true,
    methods: &[],
    doc: "A whole number of any size.",
};
