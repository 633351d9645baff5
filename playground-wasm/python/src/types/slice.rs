//! `slice`

use crate::object::{ClassDef, Layout};

/// `slice`
pub static CLASS: ClassDef = ClassDef {
    name: "slice",
    module: "builtins",
    layout: Layout::Native,
    subclassable: false,
    methods: &[],
    doc: "What stands between the brackets of a[start:stop:step].",
};
