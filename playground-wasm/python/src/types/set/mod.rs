//! `set` and `frozenset`

use crate::object::{ClassDef, Layout};

/// `set`
pub static CLASS: ClassDef = ClassDef {
    name: "set",
    module: "builtins",
    layout: Layout::Set,
    subclassable: true,
    methods: &[],
    doc: "Unordered distinct hashable objects.",
};

/// `frozenset`
pub static FROZEN: ClassDef = ClassDef {
    name: "frozenset",
    module: "builtins",
    layout: Layout::Set,
    subclassable: true,
    methods: &[],
    doc: "An immutable set.",
};
