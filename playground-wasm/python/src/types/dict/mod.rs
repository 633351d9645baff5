//! `dict`

pub mod views;

use crate::object::{ClassDef, Layout};

/// `dict`
pub static CLASS: ClassDef = ClassDef {
    name: "dict",
    module: "builtins",
    layout: Layout::Dict,
    subclassable: true,
    methods: &[],
    doc: "Keys and their values, in order of insertion.",
};
