//! `property`.

use crate::object::{ClassDef, Layout};

/// The class.
pub static CLASS: ClassDef = ClassDef {
    name: "property",
    module: "builtins",
    layout: Layout::Native,
    subclassable: true,
    methods: &[],
    doc: "",
};
