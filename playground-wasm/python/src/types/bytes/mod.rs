//! `bytes`

mod methods;
pub(crate) mod repr;

pub(crate) use methods::{contents, decode};

use crate::object::{ClassDef, Layout};

/// `bytes`
pub static CLASS: ClassDef = ClassDef {
    name: "bytes",
    module: "builtins",
    layout: Layout::Bytes,
    subclassable: true,
    methods: methods::METHODS,
    doc: "An immutable sequence of bytes.",
};
