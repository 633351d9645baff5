//! `type`.

use crate::object::{ClassDef, Layout};

/// The class.
pub static CLASS: ClassDef = ClassDef {
    name: "type",
    module: "builtins",
    layout: Layout::Class,
    subclassable: true,
    methods: &[],
    doc: "",
};
