//! `traceback`.

use crate::object::{ClassDef, Layout};

/// The class.
pub static CLASS: ClassDef = ClassDef {
    name: "traceback",
    module: "builtins",
    layout: Layout::Native,
    subclassable: false,
    methods: &[],
    doc: "",
};
