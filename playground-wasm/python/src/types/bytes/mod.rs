//! `bytes`

use crate::object::{ClassDef, Layout};

/// `bytes`
pub static CLASS: ClassDef = ClassDef {
    name: "bytes",
    module: "builtins",
    layout: Layout::Bytes,
    subclassable: true,
    methods: &[],
    doc: "An immutable sequence of bytes.",
};
