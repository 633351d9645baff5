//! `tuple`

use crate::object::{ClassDef, Layout};

/// `tuple`
pub static CLASS: ClassDef = ClassDef {
    name: "tuple",
    module: "builtins",
    layout: Layout::Tuple,
    subclassable: true,
    methods: &[],
    doc: "An immutable sequence.",
};
