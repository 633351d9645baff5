//! `bool`

use crate::object::{ClassDef, Layout};

/// `bool`
pub static CLASS: ClassDef = ClassDef {
    name: "bool",
    module: "builtins",
    layout: Layout::Int,
    subclassable: false,
    methods: &[],
    doc: "True or False.",
};
