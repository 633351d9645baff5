//! `list`

use crate::object::{ClassDef, Layout};

/// `list`
pub static CLASS: ClassDef = ClassDef {
    name: "list",
    module: "builtins",
    layout: Layout::List,
    subclassable: true,
    methods: &[],
    doc: "A mutable sequence.",
};
