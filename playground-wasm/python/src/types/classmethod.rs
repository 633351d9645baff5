//! `classmethod`.

use crate::object::{ClassDef, Layout};

/// The class.
pub static CLASS: ClassDef = ClassDef {
    name: "classmethod",
    module: "builtins",
    layout: Layout::Native,
    subclassable: true,
    methods: &[],
    doc: "",
};
