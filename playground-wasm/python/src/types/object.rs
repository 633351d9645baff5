//! `object`.

use crate::object::{ClassDef, Layout};

/// The class.
pub static CLASS: ClassDef = ClassDef {
    name: "object",
    module: "builtins",
    layout: Layout::Plain,
    subclassable: true,
    methods: &[],
    doc: "",
};
