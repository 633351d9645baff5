//! `staticmethod`.

use crate::object::{ClassDef, Layout};

/// The class.
pub static CLASS: ClassDef = ClassDef {
    name: "staticmethod",
    module: "builtins",
    layout: Layout::Native,
    subclassable: true,
    methods: &[],
    doc: "",
};
