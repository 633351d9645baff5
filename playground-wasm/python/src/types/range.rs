//! `range`

use crate::object::{ClassDef, Layout};

/// `range`
pub static CLASS: ClassDef = ClassDef {
    name: "range",
    module: "builtins",
    layout: Layout::Native,
    subclassable: false,
    methods: &[],
    doc: "Whole numbers from start to stop by a step.",
};
