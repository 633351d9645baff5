//! `function`.

use crate::object::{ClassDef, Layout};

/// The class.
pub static CLASS: ClassDef = ClassDef {
    name: "function",
    module: "builtins",
    layout: Layout::Native,
    subclassable: false,
    methods: &[],
    doc: "",
};
