//! `wrapper_descriptor`.

use crate::object::{ClassDef, Layout};

/// The class.
pub static CLASS: ClassDef = ClassDef {
    name: "wrapper_descriptor",
    module: "builtins",
    layout: Layout::Native,
    subclassable: false,
    methods: &[],
    doc: "",
};
