//! `list[int]`

use crate::object::{ClassDef, Layout};

/// `GenericAlias`
pub static CLASS: ClassDef = ClassDef {
    name: "GenericAlias",
    module: "types",
    layout: Layout::Native,
    subclassable: false,
    methods: &[],
    doc: "A class with its arguments, such as list[int].",
};
