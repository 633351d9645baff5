//! `int | None`

use crate::object::{ClassDef, Layout};

/// `UnionType`
pub static CLASS: ClassDef = ClassDef {
    name: "UnionType",
    module: "types",
    layout: Layout::Native,
    subclassable: false,
    methods: &[],
    doc: "Alternatives of types, such as int | None.",
};
