//! `float`

use crate::object::{ClassDef, Layout};

/// `float`
pub static CLASS: ClassDef = ClassDef {
    name: "float",
    module: "builtins",
    layout: Layout::Float,
    subclassable: true,
    methods: &[],
    doc: "A number of double precision.",
};
