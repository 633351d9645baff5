//! `super`.

use crate::object::{ClassDef, Layout};

/// The class.
pub static CLASS: ClassDef = ClassDef {
    name: "super",
    module: "builtins",
    layout: Layout::Native,
    subclassable: true,
    methods: &[],
    doc: "",
};
